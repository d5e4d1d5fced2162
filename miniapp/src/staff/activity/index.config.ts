export default definePageConfig({ navigationBarTitleText: '经办记录', enablePullDownRefresh: true });
