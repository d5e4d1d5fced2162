export default definePageConfig({ navigationBarTitleText: '一次互助', enablePullDownRefresh: true });
