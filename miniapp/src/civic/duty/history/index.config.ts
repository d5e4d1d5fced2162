export default definePageConfig({ navigationBarTitleText: '历次改动', enablePullDownRefresh: true });
