import type { Endpoint } from '../../endpoint';
import { channelCommands } from './channels';
import { channelMessageCommands } from './messages';
import { subscriberCommands } from './subscribers';

/** Channels that users subscribe to. */
export const officialAccountEndpoints: readonly Endpoint[] = [
	...channelCommands,
	...subscriberCommands,
	...channelMessageCommands,
];
