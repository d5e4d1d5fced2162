export default definePageConfig({ navigationBarTitleText: '核对并发布' });
