import type { Endpoint } from './endpoint';
import { accountCheck } from './endpoints/account/check';
import { accountImport } from './endpoints/account/import';
import { contactUser } from './endpoints/desk/contactUser';
import { deskOffice } from './endpoints/deskOffice';
import { sendDeskMessage } from './endpoints/desk/sendMessage';
import { liveEndpoints } from './endpoints/live';
import { sendDirectMessage } from './endpoints/openim/sendMessage';

/** Every API that the simulator offers. */
export const ENDPOINTS: readonly Endpoint[] = [
	accountCheck,
	accountImport,
	contactUser,
	...deskOffice,
	sendDeskMessage,
	sendDirectMessage,
	...liveEndpoints,
];
