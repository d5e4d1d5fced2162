export default definePageConfig({
  navigationBarTitleText: '兑换品管理',
  enablePullDownRefresh: true,
});
