export default definePageConfig({ navigationBarTitleText: '排巡查清单' });
