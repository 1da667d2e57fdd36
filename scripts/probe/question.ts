import type { Readings } from '../../simulator/readings';
import type { Service } from './service/service';

/** What a person has to agree to in so many words, beside the run as a whole. */
export const optIns = {
	whole:
		'asks every question that reaches nobody, which takes about 150 calls in place of about 35',
	desk: 'sends a few Desk messages to a throwaway customer; agents may see that conversation',
	agents:
		'contacts a throwaway customer in the name of an agent, who sees the session until it is ended',
	'push-all':
		'sends two pushes on the path for all users, to users with a tag that only a throwaway account has',
	callbacks: 'listens for callbacks at the address that you give',
} as const;

export type OptIn = keyof typeof optIns;

/** The option of the command, as Markdown. */
export const optionOf = (name: OptIn): string =>
	`\`--${name === 'callbacks' ? 'callback-url' : name}\``;

/** What was seen. It is published, so it holds fixed words and error codes only. */
export interface Sighting {
	answer: string;
	/** What the simulator's switches have to be for this answer. */
	readings?: Partial<Readings>;
	/** The calls gave no answer to the question. */
	undecided?: true;
}

export const undecided = (answer: string): Sighting => ({ answer, undecided: true });

/**
 * How a question is asked. It runs once against the service and once against the simulator. What it
 * yields is a number of seconds after its beginning: until then, other questions are asked.
 */
export type Asking = AsyncGenerator<number, Sighting | void, void>;

/** Something that the documentation leaves open; or, without a sighting, calls to compare. */
export interface Question {
	/** A name of its own, as it is spoken of in the documentation. */
	name: string;
	question: string;
	/** What it does to find out, in one sentence. */
	does: string;
	needs?: readonly OptIn[];
	/** Asked in every run, since delivery hangs on it. What has no needs either is for a whole run. */
	always?: true;
	ask(service: Service): Asking;
}
