import type { Resource } from '../operation';
import { sendText } from './sendText';

export const liveRoom: Resource = {
	value: 'liveRoom',
	name: 'Live Room',
	description: 'The audience of a live stream',
	operations: [sendText],
};
