export default definePageConfig({ navigationBarTitleText: '更正', enablePullDownRefresh: true });
