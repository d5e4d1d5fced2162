export default definePageConfig({ navigationBarTitleText: '表决和会议', enablePullDownRefresh: true });
