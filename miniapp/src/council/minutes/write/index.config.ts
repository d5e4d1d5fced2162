export default definePageConfig({ navigationBarTitleText: '写纪要' });
