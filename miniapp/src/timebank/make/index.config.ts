export default definePageConfig({ navigationBarTitleText: '挂出互助', enablePullDownRefresh: true });
