import { mkdirSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
import { imagesDir } from './pictures/camera.ts';
import { communityPictures } from './pictures/community.ts';
import { coordinatorPictures } from './pictures/coordinator.ts';
import { councilPictures } from './pictures/council.ts';
import { departmentPictures } from './pictures/department.ts';
import { gridWorkerPictures } from './pictures/grid-worker.ts';
import { hallPictures } from './pictures/hall.ts';
import { residentPictures } from './pictures/resident.ts';
import { rewardPictures } from './pictures/rewards.ts';
import { openStudio } from './pictures/studio.ts';
import { timebankPictures } from './pictures/timebank.ts';
import { volunteeringPictures } from './pictures/volunteering.ts';
import { startProduct } from './stack.ts';

mkdirSync(imagesDir, { recursive: true });
const product = await startProduct();
const browser = await launchBrowser();
try {
  const studio = await openStudio(browser, product.url);
  await departmentPictures(studio);
  await communityPictures(studio);
  await coordinatorPictures(studio);
  await gridWorkerPictures(studio);
  await hallPictures(studio);
  await timebankPictures(studio, product.url);
  // After the residents': the evening that goes on in the hall is closed here.
  await councilPictures(studio);
  await volunteeringPictures(studio);
  await rewardPictures(studio);
  // Last: by now there are looks to be read in the access log.
  await residentPictures(studio);
} finally {
  await browser.close();
  await product.stop();
}
