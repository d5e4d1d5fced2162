import { mkdirSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
import { imagesDir } from './pictures/camera.ts';
import { communityPictures } from './pictures/community.ts';
import { coordinatorPictures } from './pictures/coordinator.ts';
import { councilPictures } from './pictures/council.ts';
import { departmentPictures } from './pictures/department.ts';
import { gridWorkerPictures } from './pictures/grid-worker.ts';
import { hallPictures } from './pictures/hall.ts';
import { pointsPictures } from './pictures/points.ts';
import { residentPictures } from './pictures/resident.ts';
import { rewardPictures } from './pictures/rewards.ts';
import { openStudio, type Studio } from './pictures/studio.ts';
import { timebankPictures } from './pictures/timebank.ts';
import { volunteeringPictures } from './pictures/volunteering.ts';
import { startProduct } from './stack.ts';

mkdirSync(imagesDir, { recursive: true });
const product = await startProduct();
const browser = await launchBrowser();

/** In this order: what one of them does, the next may show. */
const sets: Readonly<Record<string, (studio: Studio) => Promise<void>>> = {
  department: departmentPictures,
  community: communityPictures,
  coordinator: coordinatorPictures,
  gridWorker: gridWorkerPictures,
  hall: hallPictures,
  timebank: (studio) => timebankPictures(studio, product.url),
  // After the residents': the evening that goes on in the hall is closed here.
  council: councilPictures,
  volunteering: volunteeringPictures,
  points: pointsPictures,
  rewards: rewardPictures,
  // Last: by now there are looks to be read in the access log.
  resident: residentPictures,
};

/** Without names all are taken. */
const wanted = process.argv.slice(2);
try {
  const studio = await openStudio(browser, product.url);
  for (const [name, take] of Object.entries(sets)) {
    if (wanted.length === 0 || wanted.includes(name)) await take(studio);
  }
} finally {
  await browser.close();
  await product.stop();
}
