export default definePageConfig({ navigationBarTitleText: '纸质选票', enablePullDownRefresh: true });
