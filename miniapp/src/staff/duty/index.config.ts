export default definePageConfig({ navigationBarTitleText: '修改责任清单' });
