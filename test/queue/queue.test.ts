/**
 * n8n in queue mode on this machine: a real Redis, a real PostgreSQL, n8n's main process, two
 * workers, and a simulator that lets 200 calls a second through. All tests share one setting, which
 * takes a minute to set up.
 */
import { answerInChat } from './answerInChat';
import { attempts, rates } from './attempts';
import { crashes } from './crashes';
import { decisions } from './decisions';
import { question } from './question';
import { QueueTestbed } from './testbed';

let testbed: QueueTestbed | undefined;

beforeAll(async () => {
	testbed = await QueueTestbed.open(rates);
});

afterAll(async () => await testbed?.close());

attempts(() => testbed!);
decisions(() => testbed!);
question(() => testbed!);
answerInChat(() => testbed!);
crashes(() => testbed!);
