export default definePageConfig({ navigationBarTitleText: '我同感的', enablePullDownRefresh: true });
