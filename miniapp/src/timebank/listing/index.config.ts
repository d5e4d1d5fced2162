export default definePageConfig({ navigationBarTitleText: '互助信息', enablePullDownRefresh: true });
