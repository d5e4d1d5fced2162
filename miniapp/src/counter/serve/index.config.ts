export default definePageConfig({
  navigationBarTitleText: '替居民兑换',
});
