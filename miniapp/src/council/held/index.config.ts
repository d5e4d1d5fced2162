export default definePageConfig({ navigationBarTitleText: '待看的文字', enablePullDownRefresh: true });
