export default definePageConfig({
  navigationBarTitleText: '进展',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
