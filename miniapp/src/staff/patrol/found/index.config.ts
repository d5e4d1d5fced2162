export default definePageConfig({ navigationBarTitleText: '转成工单' });
