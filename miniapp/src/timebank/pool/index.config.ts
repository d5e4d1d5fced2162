export default definePageConfig({ navigationBarTitleText: '互助池', enablePullDownRefresh: true });
