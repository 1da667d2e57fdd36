/** One file for all themes: to load n8n's modules takes longer than to run the tests. */
import { ownClock } from './support/run';

import './deliver/order';
import './deliver/errors';
import './deliver/retries';
import './deliver/sharedCalls';
import './deliver/pages';
import './deliver/stopped';
import './deliver/progress';
import './deliver/retryOnFail';
import './deliver/sendOnce';
import './deliver/withoutCalls';
import './deliver/recovery';
import './deliver/lookups';
import './deliver/sideCalls';
import './deliver/uploads';

ownClock();
