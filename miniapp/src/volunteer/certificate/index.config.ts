export default definePageConfig({ navigationBarTitleText: '查验服务证明' });
