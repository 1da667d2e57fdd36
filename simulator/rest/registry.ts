import type { Endpoint } from './endpoint';
import { accountCheck } from './endpoints/account/check';
import { accountDelete } from './endpoints/account/delete';
import { accountImport } from './endpoints/account/import';
import { accountKick } from './endpoints/account/kick';
import { accountMultiImport } from './endpoints/account/multiImport';
import { agentStatisticsCommands } from './endpoints/desk/agentStatistics';
import { createDeskGroup } from './endpoints/desk/createDeskGroup';
import { contactUser } from './endpoints/desk/contactUser';
import { deskOffice } from './endpoints/deskOffice';
import { sendDeskMessage } from './endpoints/desk/sendMessage';
import { knowledgeEndpoints } from './endpoints/knowledge';
import { liveEndpoints } from './endpoints/live';
import { addGroupMembers } from './endpoints/group/addMembers';
import { createGroup } from './endpoints/group/create';
import { deleteGroupMembers } from './endpoints/group/deleteMembers';
import { destroyGroup } from './endpoints/group/destroy';
import { getAllGroups } from './endpoints/group/getAll';
import { getGroupInfo } from './endpoints/group/getInfo';
import { getJoinedGroups } from './endpoints/group/getJoined';
import { getGroupMembers } from './endpoints/group/getMembers';
import { getGroupMessages } from './endpoints/group/getMessages';
import { getMutedMembers } from './endpoints/group/getMuted';
import { modifyGroup } from './endpoints/group/modify';
import { muteGroupMembers } from './endpoints/group/mute';
import { recallGroupMessages } from './endpoints/group/recall';
import { sendGroupMessage } from './endpoints/group/sendMessage';
import { sendGroupNotification } from './endpoints/group/sendNotification';
import { getKeyValues } from './endpoints/messageExtension/getKeyValues';
import { setKeyValues } from './endpoints/messageExtension/setKeyValues';
import { batchSendMessage } from './endpoints/openim/batchSendMessage';
import { getRoamMessages } from './endpoints/openim/getRoamMessages';
import { getUnreadCount } from './endpoints/openim/getUnreadCount';
import { importDirectMessage } from './endpoints/openim/importMessage';
import { modifyMessage } from './endpoints/openim/modifyMessage';
import { queryOnlineStatus } from './endpoints/openim/queryOnlineStatus';
import { describeChatMessages } from './endpoints/desk/describeChatMessages';
import { describeSessionRecords } from './endpoints/desk/describeSessionRecords';
import { endSession } from './endpoints/desk/endSession';
import { getSessionState } from './endpoints/desk/getSessionState';
import { receptionStatistics } from './endpoints/desk/receptionStatistics';
import { sendStreamMessage } from './endpoints/desk/sendStreamMessage';
import { sendStreamMessageV2 } from './endpoints/desk/sendStreamMessageV2';
import { sessionStatistics } from './endpoints/desk/sessionStatistics';
import { transferToHuman } from './endpoints/desk/transferToHuman';
import { sendDirectMessage } from './endpoints/openim/sendMessage';
import { attributeEndpoints } from './endpoints/push/attributes';
import { pushToUsers } from './endpoints/push/batch';
import { pushMessageToAll, pushToAll } from './endpoints/push/pushToAll';
import { revokePush } from './endpoints/push/revoke';
import { tagEndpoints } from './endpoints/push/tags';
import { getHistory } from './endpoints/archive/getHistory';
import { groupDataCommands } from './endpoints/group/dataCommands';
import { importCommands } from './endpoints/group/import';
import { liveGroupCommands } from './endpoints/group/liveGroupCommands';
import { groupMemberCommands } from './endpoints/group/memberCommands';
import { groupMessageCommands } from './endpoints/group/messageCommands';
import { changeGroupOwner } from './endpoints/group/ownership';
import { sideCommands } from './endpoints/openim/sides';
import { scheduleCommands } from './endpoints/push/schedules';
import { getAppInfo } from './endpoints/settings/statistics';
import { topicCommands } from './endpoints/group/topics';
import { moderationEndpoints } from './endpoints/moderation';
import { officialAccountEndpoints } from './endpoints/officialAccount';
import { recentContactEndpoints } from './endpoints/recentContact';
import { robotEndpoints } from './endpoints/robot';
import { muteCommands } from './endpoints/settings/mute';
import { snsEndpoints } from './endpoints/sns';
import { setMessagesRead } from './endpoints/openim/setMessagesRead';
import { withdrawMessage } from './endpoints/openim/withdrawMessage';
import { portraitGet } from './endpoints/profile/get';
import { portraitSet } from './endpoints/profile/set';

/** Every API that the simulator offers. */
export const allEndpoints: readonly Endpoint[] = [
	accountCheck,
	accountDelete,
	accountImport,
	accountKick,
	accountMultiImport,
	batchSendMessage,
	contactUser,
	createDeskGroup,
	...deskOffice,
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
	...knowledgeEndpoints,
	...liveEndpoints,
	...agentStatisticsCommands,
	addGroupMembers,
	createGroup,
	deleteGroupMembers,
	destroyGroup,
	getAllGroups,
	getGroupInfo,
	getJoinedGroups,
	getGroupMembers,
	getGroupMessages,
	getMutedMembers,
	modifyGroup,
	muteGroupMembers,
	recallGroupMessages,
	sendGroupMessage,
	sendGroupNotification,
	pushMessageToAll,
	pushToAll,
	pushToUsers,
	revokePush,
	...tagEndpoints,
	...attributeEndpoints,
	setKeyValues,
	setMessagesRead,
	withdrawMessage,
	...snsEndpoints,
	...muteCommands,
	...robotEndpoints,
	...topicCommands,
	changeGroupOwner,
	...groupMemberCommands,
	...groupMessageCommands,
	...groupDataCommands,
	...liveGroupCommands,
	...importCommands,
	...sideCommands,
	...scheduleCommands,
	getAppInfo,
	getHistory,
	...officialAccountEndpoints,
	...recentContactEndpoints,
	...moderationEndpoints,
	describeChatMessages,
	describeSessionRecords,
	endSession,
	getSessionState,
	receptionStatistics,
	sendStreamMessage,
	sendStreamMessageV2,
	sessionStatistics,
	transferToHuman,
];
