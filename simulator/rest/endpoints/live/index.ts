import type { Endpoint } from '../../endpoint';
import { battleEndpoints } from './battles';
import { callbackConfigEndpoints } from './callbackConfig';
import { giftCategoryEndpoints } from './giftCategories';
import { giftEndpoints } from './gifts';
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
	...giftEndpoints,
	...giftCategoryEndpoints,
	...battleEndpoints,
	...callbackConfigEndpoints,
];
