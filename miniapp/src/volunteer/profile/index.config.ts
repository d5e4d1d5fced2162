export default definePageConfig({ navigationBarTitleText: '志愿者信息' });
