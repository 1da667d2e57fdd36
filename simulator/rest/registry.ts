import type { Endpoint } from './endpoint';
import { accountCheck } from './endpoints/account/check';
import { accountImport } from './endpoints/account/import';
import { contactUser } from './endpoints/desk/contactUser';
import { sendDeskMessage } from './endpoints/desk/sendMessage';
import { addQuestion } from './endpoints/desk/addQuestion';
import { describeChatMessages } from './endpoints/desk/describeChatMessages';
import { describeSessionRecords } from './endpoints/desk/describeSessionRecords';
import { endSession } from './endpoints/desk/endSession';
import { getSessionState } from './endpoints/desk/getSessionState';
import { receptionStatistics } from './endpoints/desk/receptionStatistics';
import { sendStreamMessage } from './endpoints/desk/sendStreamMessage';
import { sessionStatistics } from './endpoints/desk/sessionStatistics';
import { transferToHuman } from './endpoints/desk/transferToHuman';
import { sendLiveText } from './endpoints/live/sendText';
import { sendDirectMessage } from './endpoints/openim/sendMessage';

/** Every API that the simulator offers. */
export const ENDPOINTS: readonly Endpoint[] = [
	accountCheck,
	accountImport,
	contactUser,
	sendDeskMessage,
	sendDirectMessage,
	sendLiveText,
	addQuestion,
	describeChatMessages,
	describeSessionRecords,
	endSession,
	getSessionState,
	receptionStatistics,
	sendStreamMessage,
	sessionStatistics,
	transferToHuman,
];
