export default definePageConfig({ navigationBarTitleText: '替居民录入' });
