const toldElsewhere = ['summary', 'errors'];

/** What a route tells the service and readers of the API. A phone needs none of it, and it would be 11 KB of the main package. */
const dropRouteProse = ({ types }) => ({
  visitor: {
    CallExpression({ node }) {
      const [route] = node.arguments;
      if (!types.isIdentifier(node.callee, { name: 'defineRoute' }) || !types.isObjectExpression(route)) return;
      route.properties = route.properties.filter(
        ({ key }) => !types.isIdentifier(key) || !toldElsewhere.includes(key.name),
      );
    },
  },
});

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, useBuiltIns: false }]],
  plugins: [dropRouteProse],
};
