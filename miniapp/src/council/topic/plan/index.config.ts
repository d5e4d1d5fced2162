export default definePageConfig({ navigationBarTitleText: '步骤计划' });
