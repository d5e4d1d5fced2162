import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makeDynamoPeopleStore } from '@suishoupai/functions/people/store';
import { makeDynamoPlacesStore } from '@suishoupai/functions/places/store';
import { demoGrants } from '@suishoupai/local/demo/grants';
import { openPhone } from '@suishoupai/local/demo/phone';
import { demoCommunities, xingfuli } from '@suishoupai/local/demo/places';
import { localDynamodbClient } from '@suishoupai/local/tables';
import type { Product } from '../stack.ts';

/** The people of this story who have a post; everybody else is a resident. */
const posts = ['community-liu', 'community-he', 'staff-wuye', 'grid-07', 'street-sun'];

/** 幸福里社区 before anything happened: its grids and departments, those who work for it, and a threshold that three neighbours meet. */
export const foundTown = async ({ url, env }: Pick<Product, 'url' | 'env'>): Promise<void> => {
  const client = localDynamodbClient(env.DYNAMODB_ENDPOINT);
  const places = makeDynamoPlacesStore(makeTable(client, env.PLACES_TABLE));
  const people = makeDynamoPeopleStore(makeTable(client, env.PEOPLE_TABLE));
  for (const { community, duty } of demoCommunities.filter(({ community: { id } }) => id === xingfuli)) {
    await places.putCommunity({ ...community, settings: { topicSupports: 3 } });
    await places.putDuty(community.id, duty);
  }
  for (const [persona, grant] of demoGrants.filter(([name]) => posts.includes(name))) {
    const { personId } = await openPhone(url, persona);
    await people.grant(personId, grant);
  }
  client.destroy();
};
