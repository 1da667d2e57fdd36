const hiBeauty =
	'"MsgBody": [{ "MsgType": "TIMTextElem", "MsgContent": { "Text": "hi, beauty" } }]';

/**
 * The request packets of the documentation pages, as text. Changed are only line breaks, and what the pages'
 * layout added: comments inside JSON, and back-slashes that are doubled in the card sample.
 */
export const vendorSamples: Array<{ page: string; path: string; body: string }> = [
	{
		page: 'Chat Desk > Send Messages, by session',
		path: 'desk_http_svc/send_msg',
		body: `{
"SessionId": "fd8a2e30-54de-4e40-bcaf-02718409c5cf",
"MsgRandom": 8436874,
"MsgBody": [
{
"MsgType": "TIMTextElem",
"MsgContent": {
"Text": "Welcome to use smart customer service. Glad to serve you."
}
}
],
"CloudCustomData": "your cloud custom data"
}`,
	},
	{
		page: 'Chat Desk > Send Messages, by account',
		path: 'desk_http_svc/send_msg',
		body: `{
"FromAccount": "@customer_service_account",
"ToAccount": "user45",
"MsgRandom": 82139,
"MsgBody": [
{
"MsgType": "TIMTextElem",
"MsgContent": {
"Text": "Welcome to register with xx mall. You can purchase the products you want herein. If you have any questions, contact our customer service."
}
}
],
"CloudCustomData": "your cloud custom data"
}`,
	},
	{
		page: 'Chat Desk > Send Messages, card',
		path: 'desk_http_svc/send_msg',
		body: String.raw`{
"FromAccount": "@customer_service_account",
"ToAccount": "user45",
"MsgRandom": 82139,
"MsgBody": [
{
"MsgType": "TIMCustomElem",
"MsgContent": {
"Data": "{\"src\": \"22\",\"content\": {\"header\": \"card title\",\"desc\": \"description\",\"pic\": \"https://static.cloudcachetci.com/qcloud/portal/kit/images/presale.a4955999.jpeg\",\"url\": \"https://www.qcloud.com/\"},\"customerServicePlugin\": 0}"
}
}
],
"CloudCustomData": "your cloud custom data"
}`,
	},
	{
		page: 'Chat Desk > Contact User',
		path: 'desk_http_svc/contact_user',
		body: `{
"IMAgentUserID": "@customer_service_account",
"ClientUserID": "1289314544",
"GroupId": 9465,
"MemberId": "1289316687@qq.com"
}`,
	},
	{
		page: 'Live > Send Normal Message',
		path: 'live_engine_http_srv/send_text_msg',
		body: String.raw`{"RoomId":"room1","Sender_Account":"user1","TextContent":"msg", "ExtensionInfo" :"{\"data\":1,\"value\":2}" }`,
	},
	{
		page: 'Chat > Sending a One-to-One Message, from the admin',
		path: 'openim/sendmsg',
		body: `{
    "SyncOtherMachine": 2,
    "To_Account": "lumotuwe2",
    "MsgLifeTime":60,
    "MsgRandom": 1287657,
    "MsgTimeStamp": 1557387418,
    ${hiBeauty}
}`,
	},
	{
		page: 'Chat > Sending a One-to-One Message, callbacks forbidden',
		path: 'openim/sendmsg',
		body: `{
    "SyncOtherMachine": 2,
    "To_Account": "lumotuwe2",
    "MsgLifeTime":60,
    "MsgRandom": 1287657,
    "MsgTimeStamp": 1557387418,
    "ForbidCallbackControl":[
        "ForbidBeforeSendMsgCallback",
        "ForbidAfterSendMsgCallback"],
    ${hiBeauty}
}`,
	},
	{
		page: 'Chat > Sending a One-to-One Message, with offline push',
		path: 'openim/sendmsg',
		body: `{
    "SyncOtherMachine": 2,
    "From_Account": "lumotuwe1",
    "To_Account": "lumotuwe2",
    "MsgLifeTime":3600,
    "MsgRandom": 1287657,
    "MsgTimeStamp": 1557387418,
    ${hiBeauty},
    "OfflinePushInfo": {
        "PushFlag": 0,
        "Desc": "The content that is pushed offline",
        "Ext": "The passthrough content",
        "AndroidInfo": { "Sound": "android.mp3" },
        "ApnsInfo": { "Sound": "apns.mp3", "BadgeMode": 1, "Title":"apns title",
            "SubTitle":"apns subtitle", "Image":"www.image.com" }
    }
}`,
	},
	{
		page: 'Chat > Sending a One-to-One Message, synchronised to the sender',
		path: 'openim/sendmsg',
		body: `{
    "SyncOtherMachine": 1,
    "From_Account": "lumotuwe1",
    "To_Account": "lumotuwe2",
    "MsgRandom": 1287657,
    "MsgTimeStamp": 1557387418,
    ${hiBeauty}
}`,
	},
];
