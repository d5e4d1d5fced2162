export default definePageConfig({ navigationBarTitleText: '志愿活动工作台', enablePullDownRefresh: true });
