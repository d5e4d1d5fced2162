export default definePageConfig({ navigationBarTitleText: '转给家人、捐出', enablePullDownRefresh: true });
