import type { Behaviour } from '../behaviour';
import type { FirstSending } from '../state/duplicates';
import type { JsonObject } from '../json';
import type { Outcome } from './endpoint';

/** What a dropped repeat answers. No page says, so a switch does. */
export function responseToRetry(
	behaviour: Behaviour,
	first: FirstSending,
	freshResponse: JsonObject,
): Outcome {
	switch (behaviour.duplicateResponse) {
		case 'sameResponse':
			return { response: first.response, duplicate: true };
		case 'freshResponse':
			return { response: freshResponse, duplicate: true };
		case 'okWithoutKey':
			return { response: {}, duplicate: true };
		case 'error':
			return { code: behaviour.duplicateErrorCode, info: 'repeated message', duplicate: true };
	}
}
