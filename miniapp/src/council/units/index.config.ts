export default definePageConfig({ navigationBarTitleText: '房屋与业主', enablePullDownRefresh: true });
