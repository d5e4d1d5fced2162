export default definePageConfig({ navigationBarTitleText: '不能推给社区的事' });
