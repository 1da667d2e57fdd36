import type { Behaviour } from '../behaviour';
import type { FirstSending } from '../state/duplicates';
import type { JsonObject } from '../json';
import type { Outcome } from './endpoint';

/** What a dropped repeat answers. No page says, so a switch does. */
export function responseToRetry(
	behaviour: Behaviour,
	first: FirstSending,
	freshAnswer: JsonObject,
): Outcome {
	switch (behaviour.duplicateAnswer) {
		case 'sameAnswer':
			return { answer: first.answer, duplicate: true };
		case 'freshAnswer':
			return { answer: freshAnswer, duplicate: true };
		case 'okWithoutKey':
			return { answer: {}, duplicate: true };
		case 'error':
			return { code: behaviour.duplicateErrorCode, info: 'repeated message', duplicate: true };
	}
}
