export default definePageConfig({ navigationBarTitleText: '需要核对的签到', enablePullDownRefresh: true });
