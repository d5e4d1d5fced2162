export default definePageConfig({ navigationBarTitleText: '纪要的版本', enablePullDownRefresh: true });
