import type { Endpoint } from './endpoint';
import { accountCheck } from './endpoints/account/check';
import { accountDelete } from './endpoints/account/delete';
import { accountImport } from './endpoints/account/import';
import { accountKick } from './endpoints/account/kick';
import { accountMultiImport } from './endpoints/account/multiImport';
import { contactUser } from './endpoints/desk/contactUser';
import { sendDeskMessage } from './endpoints/desk/sendMessage';
import { sendLiveText } from './endpoints/live/sendText';
import { getKeyValues } from './endpoints/messageExtension/getKeyValues';
import { setKeyValues } from './endpoints/messageExtension/setKeyValues';
import { batchSendMessage } from './endpoints/openim/batchSendMessage';
import { getRoamMessages } from './endpoints/openim/getRoamMessages';
import { getUnreadCount } from './endpoints/openim/getUnreadCount';
import { importDirectMessage } from './endpoints/openim/importMessage';
import { modifyMessage } from './endpoints/openim/modifyMessage';
import { queryOnlineStatus } from './endpoints/openim/queryOnlineStatus';
import { sendDirectMessage } from './endpoints/openim/sendMessage';
import { setMessagesRead } from './endpoints/openim/setMessagesRead';
import { withdrawMessage } from './endpoints/openim/withdrawMessage';
import { portraitGet } from './endpoints/profile/get';
import { portraitSet } from './endpoints/profile/set';

/** Every API that the simulator offers. */
export const ENDPOINTS: readonly Endpoint[] = [
	accountCheck,
	accountDelete,
	accountImport,
	accountKick,
	accountMultiImport,
	batchSendMessage,
	contactUser,
	getKeyValues,
	getRoamMessages,
	getUnreadCount,
	importDirectMessage,
	modifyMessage,
	portraitGet,
	portraitSet,
	queryOnlineStatus,
	sendDeskMessage,
	sendDirectMessage,
	sendLiveText,
	setKeyValues,
	setMessagesRead,
	withdrawMessage,
];
