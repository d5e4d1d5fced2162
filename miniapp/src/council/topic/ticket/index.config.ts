export default definePageConfig({ navigationBarTitleText: '生成工单' });
