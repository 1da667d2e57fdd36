import type { Endpoint } from '../../endpoint';
import { callbackConfigEndpoints } from './callbackConfig';
import { memberEndpoints } from './members';
import { metadataEndpoints } from './metadata';
import { roomEndpoints } from './rooms';
import { seatEndpoints } from './seats';
import { sendLiveCustom } from './sendCustom';
import { sendLiveText } from './sendText';

/** Everything about live rooms. */
export const liveEndpoints: readonly Endpoint[] = [
	sendLiveText,
	sendLiveCustom,
	...roomEndpoints,
	...metadataEndpoints,
	...memberEndpoints,
	...seatEndpoints,
	...callbackConfigEndpoints,
];
