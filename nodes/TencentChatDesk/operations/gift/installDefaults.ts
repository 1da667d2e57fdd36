import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';
import { configuration } from './configuration';

export const installDefaults: SingleOperation = {
	value: 'installDefaults',
	name: 'Install Default Set',
	action: 'Install the default set of gifts',
	description:
		"Take over Tencent's set of 15 gifts in three categories, as long as the app has none of its own",
	documentation: 'https://trtc.io/document/74360',
	...configuration,
	path: 'live_engine_http_srv/copy_default_gift_config',
	properties: [],
	options: [],
	request: () => ({}),
	// A second call is refused, by which nobody could tell that the first one has done it.
	retry: { policy: 'unsafe' },
	// The page allows one in ten seconds.
	rateLimit: { default: 0.1, max: 0.1 },
	interpret: (response) => changed(response, {}),
};
