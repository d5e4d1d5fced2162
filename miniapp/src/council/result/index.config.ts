export default definePageConfig({ navigationBarTitleText: '表决办理', enablePullDownRefresh: true });
