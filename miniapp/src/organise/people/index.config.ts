export default definePageConfig({ navigationBarTitleText: '签到和时长', enablePullDownRefresh: true });
