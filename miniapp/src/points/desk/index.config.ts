export default definePageConfig({ navigationBarTitleText: '积分工作台', enablePullDownRefresh: true });
