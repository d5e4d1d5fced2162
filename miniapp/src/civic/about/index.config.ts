export default definePageConfig({ navigationBarTitleText: '隐私与投诉' });
