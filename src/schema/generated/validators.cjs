/* Generated from inventory.schema.json and network.schema.json by `npm run schema`. Edit the schemas, not this file. */
"use strict";
exports.document = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"document","title":"InventoryDocument","description":"A fleet: groups, hosts, how to reach them, and the network that each should have.","type":"object","additionalProperties":false,"properties":{"defaults":{"$ref":"#/definitions/settings"},"groups":{"description":"Hosts that share settings. --limit knows a group by its name.","type":"object","additionalProperties":{"$ref":"#/definitions/group"}},"hosts":{"description":"Hosts that are in no group.","type":"object","additionalProperties":{"$ref":"#/definitions/settings"}}},"definitions":{"secret":{"title":"SecretReference","description":"Where a secret is, never the secret itself.","oneOf":[{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"description":"The controller's environment variable that holds it.","examples":["SUDO_PASSWORD"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}}},{"type":"object","additionalProperties":false,"required":["prompt"],"properties":{"prompt":{"description":"Asked once for the whole run.","const":true}}}]},"ssh":{"title":"SshSettings","description":"How to reach the host.","type":"object","additionalProperties":false,"properties":{"host":{"description":"Name or address. Default: the host's name in the inventory.","type":"string","minLength":1},"hostAfter":{"description":"Where the host answers after the change. Default: `host`, or the new address where the plan moves the session's own.","type":"string","minLength":1},"port":{"description":"Default: 22.","type":"integer","minimum":1,"maximum":65535},"user":{"description":"Default: root.","type":"string","minLength":1},"identityFile":{"description":"A private key. `~` is the operator's home, a relative path starts at the inventory's folder. Default: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa.","type":"string","minLength":1},"identityAgent":{"description":"The agent's socket, or `none`. Default: SSH_AUTH_SOCK.","type":"string","minLength":1},"passphrase":{"$ref":"#/definitions/secret"},"password":{"$ref":"#/definitions/secret"},"knownHosts":{"description":"Default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.","type":"string","minLength":1},"hostKeyAlias":{"description":"The name to look for in known_hosts. Default: `host`.","type":"string","minLength":1},"connectTimeout":{"description":"Seconds until a connection must stand. Default: 10.","type":"number","exclusiveMinimum":0},"keepalive":{"description":"Seconds between keepalives; three unanswered end the connection. Default: 5.","type":"number","exclusiveMinimum":0},"become":{"description":"Become root by sudo. Default: false.","type":"boolean"},"becomePassword":{"$ref":"#/definitions/secret"}}},"platform":{"title":"PlatformDeclaration","description":"What the host is known to be. It is detected from the host; a declaration that does not fit is an error before anything is planned.","type":"object","additionalProperties":false,"properties":{"backend":{"description":"How the platform stores its network.","enum":["ifcfg","ifupdown"]},"release":{"description":"el5 to el7: RHEL, CentOS, Oracle Linux or Oracle VM Server of this major release. debian7 to debian13, ubuntu14.04 to ubuntu24.04: with ifupdown.","enum":["el5","el6","el7","debian7","debian8","debian9","debian10","debian11","debian12","debian13","ubuntu14.04","ubuntu16.04","ubuntu18.04","ubuntu20.04","ubuntu22.04","ubuntu24.04"]},"xend":{"description":"The host is a Xen dom0 whose xend may run network scripts of its own.","type":"boolean"}}},"settings":{"title":"HostSettings","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"description":"The playbook's name in playbooks/, or a path.","type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"description":"Redundancy group: its hosts never change at the same time.","type":"string","minLength":1},"acknowledge":{"description":"Dangers that were looked at: bmc (the NIC is shared with the management controller), network-storage, controller-host, reboot (a rollback that nothing else brings about may restart the host).","type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"description":"Values of your own, for your playbook's steps.","type":"object"},"root":{"description":"Prefix of every path on the host, for images and simulated hosts. Default: empty.","examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"title":"Timeouts","description":"How long the host waits before it goes back by itself.","type":"object","additionalProperties":false,"properties":{"cutOver":{"description":"T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.","type":"integer","minimum":1},"confirm":{"description":"T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.","type":"integer","minimum":1},"boot":{"description":"Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.","type":"integer","minimum":1}}}}},"group":{"title":"Group","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"type":"string","minLength":1},"acknowledge":{"type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"type":"object"},"root":{"examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"$ref":"#/definitions/settings/properties/timeouts"},"hosts":{"description":"The group's hosts, by name, each with settings of its own.","type":"object","additionalProperties":{"$ref":"#/definitions/settings"}},"children":{"description":"Groups inside this one: they inherit its settings.","type":"object","additionalProperties":{"$ref":"#/definitions/group"}}}},"network":{"title":"NetworkDocument","description":"The network that a host should have. Maps merge from defaults through groups to the host; lists replace.","type":"object","additionalProperties":false,"properties":{"interfaces":{"description":"Physical NICs, by the name that the host gives them.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/interface"}},"bonds":{"description":"By name. Example: bond0","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bond"}},"vlans":{"description":"802.1Q devices. `bond0.50` is VLAN 50 on bond0; any other name needs `parent` and `id`.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/vlan"}},"bridges":{"description":"By name. Example: vlan100","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bridge"}}},"definitions":{"name":{"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15},"mac":{"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"addresses":{"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true},"gateway":{"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"},"alias":{"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99},"dhcp":{"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"},"arp":{"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"},"mtu":{"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535},"comment":{"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"},"interface":{"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}},"bond":{"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"vlan":{"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"bridge":{"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}}}}}};
const schema12 = {"title":"HostSettings","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"description":"The playbook's name in playbooks/, or a path.","type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"description":"Redundancy group: its hosts never change at the same time.","type":"string","minLength":1},"acknowledge":{"description":"Dangers that were looked at: bmc (the NIC is shared with the management controller), network-storage, controller-host, reboot (a rollback that nothing else brings about may restart the host).","type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"description":"Values of your own, for your playbook's steps.","type":"object"},"root":{"description":"Prefix of every path on the host, for images and simulated hosts. Default: empty.","examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"title":"Timeouts","description":"How long the host waits before it goes back by itself.","type":"object","additionalProperties":false,"properties":{"cutOver":{"description":"T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.","type":"integer","minimum":1},"confirm":{"description":"T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.","type":"integer","minimum":1},"boot":{"description":"Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.","type":"integer","minimum":1}}}}};
const schema17 = {"title":"PlatformDeclaration","description":"What the host is known to be. It is detected from the host; a declaration that does not fit is an error before anything is planned.","type":"object","additionalProperties":false,"properties":{"backend":{"description":"How the platform stores its network.","enum":["ifcfg","ifupdown"]},"release":{"description":"el5 to el7: RHEL, CentOS, Oracle Linux or Oracle VM Server of this major release. debian7 to debian13, ubuntu14.04 to ubuntu24.04: with ifupdown.","enum":["el5","el6","el7","debian7","debian8","debian9","debian10","debian11","debian12","debian13","ubuntu14.04","ubuntu16.04","ubuntu18.04","ubuntu20.04","ubuntu22.04","ubuntu24.04"]},"xend":{"description":"The host is a Xen dom0 whose xend may run network scripts of its own.","type":"boolean"}}};
const func2 = Object.prototype.hasOwnProperty;
const func4 = require("ajv/dist/runtime/ucs2length").default;
const func0 = require("ajv/dist/runtime/equal").default;
const schema13 = {"title":"SshSettings","description":"How to reach the host.","type":"object","additionalProperties":false,"properties":{"host":{"description":"Name or address. Default: the host's name in the inventory.","type":"string","minLength":1},"hostAfter":{"description":"Where the host answers after the change. Default: `host`, or the new address where the plan moves the session's own.","type":"string","minLength":1},"port":{"description":"Default: 22.","type":"integer","minimum":1,"maximum":65535},"user":{"description":"Default: root.","type":"string","minLength":1},"identityFile":{"description":"A private key. `~` is the operator's home, a relative path starts at the inventory's folder. Default: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa.","type":"string","minLength":1},"identityAgent":{"description":"The agent's socket, or `none`. Default: SSH_AUTH_SOCK.","type":"string","minLength":1},"passphrase":{"$ref":"#/definitions/secret"},"password":{"$ref":"#/definitions/secret"},"knownHosts":{"description":"Default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.","type":"string","minLength":1},"hostKeyAlias":{"description":"The name to look for in known_hosts. Default: `host`.","type":"string","minLength":1},"connectTimeout":{"description":"Seconds until a connection must stand. Default: 10.","type":"number","exclusiveMinimum":0},"keepalive":{"description":"Seconds between keepalives; three unanswered end the connection. Default: 5.","type":"number","exclusiveMinimum":0},"become":{"description":"Become root by sudo. Default: false.","type":"boolean"},"becomePassword":{"$ref":"#/definitions/secret"}}};
const schema14 = {"title":"SecretReference","description":"Where a secret is, never the secret itself.","oneOf":[{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"description":"The controller's environment variable that holds it.","examples":["SUDO_PASSWORD"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}}},{"type":"object","additionalProperties":false,"required":["prompt"],"properties":{"prompt":{"description":"Asked once for the whole run.","const":true}}}]};
const pattern0 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.host !== undefined){
let data0 = data.host;
if(typeof data0 === "string"){
if(func4(data0) < 1){
const err1 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.host,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.host.type,parentSchema:schema13.properties.host,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.hostAfter !== undefined){
let data1 = data.hostAfter;
if(typeof data1 === "string"){
if(func4(data1) < 1){
const err3 = {instancePath:instancePath+"/hostAfter",schemaPath:"#/properties/hostAfter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.hostAfter,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/hostAfter",schemaPath:"#/properties/hostAfter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.hostAfter.type,parentSchema:schema13.properties.hostAfter,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.port !== undefined){
let data2 = data.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.port.type,parentSchema:schema13.properties.port,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema13.properties.port,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.port,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.user !== undefined){
let data3 = data.user;
if(typeof data3 === "string"){
if(func4(data3) < 1){
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.user,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.user.type,parentSchema:schema13.properties.user,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.identityFile !== undefined){
let data4 = data.identityFile;
if(typeof data4 === "string"){
if(func4(data4) < 1){
const err10 = {instancePath:instancePath+"/identityFile",schemaPath:"#/properties/identityFile/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.identityFile,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/identityFile",schemaPath:"#/properties/identityFile/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.identityFile.type,parentSchema:schema13.properties.identityFile,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.identityAgent !== undefined){
let data5 = data.identityAgent;
if(typeof data5 === "string"){
if(func4(data5) < 1){
const err12 = {instancePath:instancePath+"/identityAgent",schemaPath:"#/properties/identityAgent/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.identityAgent,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/identityAgent",schemaPath:"#/properties/identityAgent/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.identityAgent.type,parentSchema:schema13.properties.identityAgent,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.passphrase !== undefined){
let data6 = data.passphrase;
const _errs16 = errors;
let valid2 = false;
let passing0 = null;
const _errs17 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.env === undefined){
const err14 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema14.oneOf[0].required,parentSchema:schema14.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data6){
if(!(key1 === "env")){
const err15 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema14.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.env !== undefined){
let data7 = data6.env;
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err16 = {instancePath:instancePath+"/passphrase/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema14.oneOf[0].properties.env,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/passphrase/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.oneOf[0].properties.env.type,parentSchema:schema14.oneOf[0].properties.env,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.oneOf[0].type,parentSchema:schema14.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid0 = _errs17 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs22 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.prompt === undefined){
const err19 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema14.oneOf[1].required,parentSchema:schema14.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data6){
if(!(key2 === "prompt")){
const err20 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema14.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.prompt !== undefined){
let data8 = data6.prompt;
if(true !== data8){
const err21 = {instancePath:instancePath+"/passphrase/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema14.oneOf[1].properties.prompt,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.oneOf[1].type,parentSchema:schema14.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid0 = _errs22 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err23 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema14.oneOf,parentSchema:schema14,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.password !== undefined){
let data9 = data.password;
const _errs28 = errors;
let valid6 = false;
let passing1 = null;
const _errs29 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.env === undefined){
const err24 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema14.oneOf[0].required,parentSchema:schema14.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key3 in data9){
if(!(key3 === "env")){
const err25 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema14.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.env !== undefined){
let data10 = data9.env;
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err26 = {instancePath:instancePath+"/password/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema14.oneOf[0].properties.env,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/password/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.oneOf[0].properties.env.type,parentSchema:schema14.oneOf[0].properties.env,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.oneOf[0].type,parentSchema:schema14.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid1 = _errs29 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs34 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.prompt === undefined){
const err29 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema14.oneOf[1].required,parentSchema:schema14.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key4 in data9){
if(!(key4 === "prompt")){
const err30 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema14.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.prompt !== undefined){
let data11 = data9.prompt;
if(true !== data11){
const err31 = {instancePath:instancePath+"/password/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema14.oneOf[1].properties.prompt,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.oneOf[1].type,parentSchema:schema14.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid1 = _errs34 === errors;
if(_valid1 && valid6){
valid6 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid6 = true;
passing1 = 1;
}
}
if(!valid6){
const err33 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema14.oneOf,parentSchema:schema14,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
}
if(data.knownHosts !== undefined){
let data12 = data.knownHosts;
if(typeof data12 === "string"){
if(func4(data12) < 1){
const err34 = {instancePath:instancePath+"/knownHosts",schemaPath:"#/properties/knownHosts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.knownHosts,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/knownHosts",schemaPath:"#/properties/knownHosts/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.knownHosts.type,parentSchema:schema13.properties.knownHosts,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.hostKeyAlias !== undefined){
let data13 = data.hostKeyAlias;
if(typeof data13 === "string"){
if(func4(data13) < 1){
const err36 = {instancePath:instancePath+"/hostKeyAlias",schemaPath:"#/properties/hostKeyAlias/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.hostKeyAlias,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/hostKeyAlias",schemaPath:"#/properties/hostKeyAlias/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.hostKeyAlias.type,parentSchema:schema13.properties.hostKeyAlias,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.connectTimeout !== undefined){
let data14 = data.connectTimeout;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 <= 0 || isNaN(data14)){
const err38 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema13.properties.connectTimeout,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema13.properties.connectTimeout.type,parentSchema:schema13.properties.connectTimeout,data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.keepalive !== undefined){
let data15 = data.keepalive;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 <= 0 || isNaN(data15)){
const err40 = {instancePath:instancePath+"/keepalive",schemaPath:"#/properties/keepalive/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema13.properties.keepalive,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/keepalive",schemaPath:"#/properties/keepalive/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema13.properties.keepalive.type,parentSchema:schema13.properties.keepalive,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.become !== undefined){
let data16 = data.become;
if(typeof data16 !== "boolean"){
const err42 = {instancePath:instancePath+"/become",schemaPath:"#/properties/become/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.become.type,parentSchema:schema13.properties.become,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.becomePassword !== undefined){
let data17 = data.becomePassword;
const _errs50 = errors;
let valid10 = false;
let passing2 = null;
const _errs51 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.env === undefined){
const err43 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema14.oneOf[0].required,parentSchema:schema14.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key5 in data17){
if(!(key5 === "env")){
const err44 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema14.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17.env !== undefined){
let data18 = data17.env;
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err45 = {instancePath:instancePath+"/becomePassword/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema14.oneOf[0].properties.env,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/becomePassword/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema14.oneOf[0].properties.env.type,parentSchema:schema14.oneOf[0].properties.env,data:data18};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.oneOf[0].type,parentSchema:schema14.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var _valid2 = _errs51 === errors;
if(_valid2){
valid10 = true;
passing2 = 0;
}
const _errs56 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.prompt === undefined){
const err48 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema14.oneOf[1].required,parentSchema:schema14.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key6 in data17){
if(!(key6 === "prompt")){
const err49 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema14.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data17.prompt !== undefined){
let data19 = data17.prompt;
if(true !== data19){
const err50 = {instancePath:instancePath+"/becomePassword/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema14.oneOf[1].properties.prompt,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema14.oneOf[1].type,parentSchema:schema14.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var _valid2 = _errs56 === errors;
if(_valid2 && valid10){
valid10 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid10 = true;
passing2 = 1;
}
}
if(!valid10){
const err52 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf",schema:schema14.oneOf,parentSchema:schema14,data:data17};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs50;
if(vErrors !== null){
if(_errs50){
vErrors.length = _errs50;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const schema18 = {"title":"NetworkDocument","description":"The network that a host should have. Maps merge from defaults through groups to the host; lists replace.","type":"object","additionalProperties":false,"properties":{"interfaces":{"description":"Physical NICs, by the name that the host gives them.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/interface"}},"bonds":{"description":"By name. Example: bond0","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bond"}},"vlans":{"description":"802.1Q devices. `bond0.50` is VLAN 50 on bond0; any other name needs `parent` and `id`.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/vlan"}},"bridges":{"description":"By name. Example: vlan100","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bridge"}}},"definitions":{"name":{"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15},"mac":{"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"addresses":{"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true},"gateway":{"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"},"alias":{"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99},"dhcp":{"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"},"arp":{"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"},"mtu":{"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535},"comment":{"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"},"interface":{"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}},"bond":{"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"vlan":{"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"bridge":{"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}}}};
const schema19 = {"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}};
const schema20 = {"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"};
const schema21 = {"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true};
const schema22 = {"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99};
const schema23 = {"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"};
const schema24 = {"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"};
const schema25 = {"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535};
const schema26 = {"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"};
const schema27 = {"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"};
const pattern3 = new RegExp("^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$", "u");
const pattern4 = new RegExp("^[0-9A-Fa-f.:]+/[0-9]{1,3}$", "u");
const pattern5 = new RegExp("^[0-9A-Fa-f.:]+$", "u");
const pattern6 = new RegExp("^[^\\u0000-\\u001f\\u007f]*$", "u");
const pattern7 = new RegExp("^vif0\\.[0-9]{1,2}$", "u");
const pattern8 = new RegExp("^[A-Za-z0-9 _./:;-]*$", "u");
const pattern9 = new RegExp("^[!-~]( ?[!-~])*$", "u");

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema19.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.mac !== undefined){
let data0 = data.mac;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err1 = {instancePath:instancePath+"/mac",schemaPath:"#/definitions/network/definitions/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"+"\"",schema:"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$",parentSchema:schema20,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/mac",schemaPath:"#/definitions/network/definitions/mac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.addresses !== undefined){
let data1 = data.addresses;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err3 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema21.items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.items.type,parentSchema:schema21.items,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err5 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema21,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err6 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.type,parentSchema:schema21,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.alias !== undefined){
let data3 = data.alias;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.type,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 99 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data4 = data.gateway;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err10 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema23,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.type,parentSchema:schema23,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data5 = data.dhcp;
if(typeof data5 !== "boolean"){
const err12 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema24.type,parentSchema:schema24,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.mtu !== undefined){
let data6 = data.mtu;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema25.type,parentSchema:schema25,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 65535 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema25,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 < 68 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema25,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.comment !== undefined){
let data7 = data.comment;
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err16 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema26,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.arp !== undefined){
let data8 = data.arp;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema27.type,parentSchema:schema27,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.peer !== undefined){
let data9 = data.peer;
if(typeof data9 === "string"){
if(!pattern7.test(data9)){
const err19 = {instancePath:instancePath+"/peer",schemaPath:"#/properties/peer/pattern",keyword:"pattern",params:{pattern: "^vif0\\.[0-9]{1,2}$"},message:"must match pattern \""+"^vif0\\.[0-9]{1,2}$"+"\"",schema:"^vif0\\.[0-9]{1,2}$",parentSchema:schema19.properties.peer,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/peer",schemaPath:"#/properties/peer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.peer.type,parentSchema:schema19.properties.peer,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.ethtool !== undefined){
let data10 = data.ethtool;
if(typeof data10 === "string"){
if(!pattern8.test(data10)){
const err21 = {instancePath:instancePath+"/ethtool",schemaPath:"#/properties/ethtool/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 _./:;-]*$"},message:"must match pattern \""+"^[A-Za-z0-9 _./:;-]*$"+"\"",schema:"^[A-Za-z0-9 _./:;-]*$",parentSchema:schema19.properties.ethtool,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/ethtool",schemaPath:"#/properties/ethtool/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.ethtool.type,parentSchema:schema19.properties.ethtool,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.switch !== undefined){
let data11 = data.switch;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 in data11){
if(!(((key1 === "name") || (key1 === "port")) || (key1 === "nativeVlan"))){
const err23 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema19.properties.switch,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 === "string"){
if(!pattern9.test(data12)){
const err24 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/pattern",keyword:"pattern",params:{pattern: "^[!-~]( ?[!-~])*$"},message:"must match pattern \""+"^[!-~]( ?[!-~])*$"+"\"",schema:"^[!-~]( ?[!-~])*$",parentSchema:schema19.properties.switch.properties.name,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.switch.properties.name.type,parentSchema:schema19.properties.switch.properties.name,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.port !== undefined){
let data13 = data11.port;
if(typeof data13 === "string"){
if(!pattern9.test(data13)){
const err26 = {instancePath:instancePath+"/switch/port",schemaPath:"#/properties/switch/properties/port/pattern",keyword:"pattern",params:{pattern: "^[!-~]( ?[!-~])*$"},message:"must match pattern \""+"^[!-~]( ?[!-~])*$"+"\"",schema:"^[!-~]( ?[!-~])*$",parentSchema:schema19.properties.switch.properties.port,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/switch/port",schemaPath:"#/properties/switch/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.switch.properties.port.type,parentSchema:schema19.properties.switch.properties.port,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.nativeVlan !== undefined){
let data14 = data11.nativeVlan;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err28 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema19.properties.switch.properties.nativeVlan.type,parentSchema:schema19.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4094 || isNaN(data14)){
const err29 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema19.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err30 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema19.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
else {
const err31 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.properties.switch.type,parentSchema:schema19.properties.switch,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema28 = {"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};
const schema29 = {"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15};
const pattern11 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]*$", "u");
const pattern13 = new RegExp("^[A-Za-z0-9_.,:+-]+$", "u");

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema28.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.slaves !== undefined){
let data0 = data.slaves;
if(Array.isArray(data0)){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema28.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func4(data1) > 15){
const err2 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema29,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern11.test(data1)){
const err3 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema29,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.type,parentSchema:schema29,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err5 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema28.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema28.properties.slaves.type,parentSchema:schema28.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.mode !== undefined){
let data2 = data.mode;
if(!(((((((data2 === "balance-rr") || (data2 === "active-backup")) || (data2 === "balance-xor")) || (data2 === "broadcast")) || (data2 === "802.3ad")) || (data2 === "balance-tlb")) || (data2 === "balance-alb"))){
const err7 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema28.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema28.properties.mode.enum,parentSchema:schema28.properties.mode,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.miimon !== undefined){
let data3 = data.miimon;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/miimon",schemaPath:"#/properties/miimon/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.miimon.type,parentSchema:schema28.properties.miimon,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/miimon",schemaPath:"#/properties/miimon/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema28.properties.miimon,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.updelay !== undefined){
let data4 = data.updelay;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/updelay",schemaPath:"#/properties/updelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.updelay.type,parentSchema:schema28.properties.updelay,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/updelay",schemaPath:"#/properties/updelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema28.properties.updelay,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.downdelay !== undefined){
let data5 = data.downdelay;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/downdelay",schemaPath:"#/properties/downdelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.downdelay.type,parentSchema:schema28.properties.downdelay,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/downdelay",schemaPath:"#/properties/downdelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema28.properties.downdelay,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.lacpRate !== undefined){
let data6 = data.lacpRate;
if(!((data6 === "slow") || (data6 === "fast"))){
const err14 = {instancePath:instancePath+"/lacpRate",schemaPath:"#/properties/lacpRate/enum",keyword:"enum",params:{allowedValues: schema28.properties.lacpRate.enum},message:"must be equal to one of the allowed values",schema:schema28.properties.lacpRate.enum,parentSchema:schema28.properties.lacpRate,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.xmitHashPolicy !== undefined){
let data7 = data.xmitHashPolicy;
if(!(((((data7 === "layer2") || (data7 === "layer2+3")) || (data7 === "layer3+4")) || (data7 === "encap2+3")) || (data7 === "encap3+4"))){
const err15 = {instancePath:instancePath+"/xmitHashPolicy",schemaPath:"#/properties/xmitHashPolicy/enum",keyword:"enum",params:{allowedValues: schema28.properties.xmitHashPolicy.enum},message:"must be equal to one of the allowed values",schema:schema28.properties.xmitHashPolicy.enum,parentSchema:schema28.properties.xmitHashPolicy,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.primary !== undefined){
let data8 = data.primary;
if(typeof data8 === "string"){
if(func4(data8) > 15){
const err16 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema29,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern11.test(data8)){
const err17 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema29,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.type,parentSchema:schema29,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.arpInterval !== undefined){
let data9 = data.arpInterval;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err19 = {instancePath:instancePath+"/arpInterval",schemaPath:"#/properties/arpInterval/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.arpInterval.type,parentSchema:schema28.properties.arpInterval,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/arpInterval",schemaPath:"#/properties/arpInterval/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema28.properties.arpInterval,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.arpIpTarget !== undefined){
let data10 = data.arpIpTarget;
if(Array.isArray(data10)){
if(data10.length > 16){
const err21 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema28.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data10.length < 1){
const err22 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema28.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const len1 = data10.length;
for(let i2=0; i2<len1; i2++){
let data11 = data10[i2];
if(typeof data11 !== "string"){
const err23 = {instancePath:instancePath+"/arpIpTarget/" + i2,schemaPath:"#/properties/arpIpTarget/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.arpIpTarget.items.type,parentSchema:schema28.properties.arpIpTarget.items,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema28.properties.arpIpTarget.type,parentSchema:schema28.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.options !== undefined){
let data12 = data.options;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
let data13 = data12[key1];
if((typeof data13 !== "string") && (!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13))))){
const err25 = {instancePath:instancePath+"/options/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/options/additionalProperties/type",keyword:"type",params:{type: schema28.properties.options.additionalProperties.type},message:"must be string,integer",schema:schema28.properties.options.additionalProperties.type,parentSchema:schema28.properties.options.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data13 === "string"){
if(!pattern13.test(data13)){
const err26 = {instancePath:instancePath+"/options/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/options/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.,:+-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.,:+-]+$"+"\"",schema:"^[A-Za-z0-9_.,:+-]+$",parentSchema:schema28.properties.options.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/options",schemaPath:"#/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.properties.options.type,parentSchema:schema28.properties.options,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.switch !== undefined){
let data14 = data.switch;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!((((((((key2 === "name") || (key2 === "portChannel")) || (key2 === "ports")) || (key2 === "lacp")) || (key2 === "vlans")) || (key2 === "nativeVlan")) || (key2 === "systemMac")) || (key2 === "lacpKey"))){
const err28 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema28.properties.switch,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.name !== undefined){
let data15 = data14.name;
if(typeof data15 !== "string"){
const err29 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.switch.properties.name.type,parentSchema:schema28.properties.switch.properties.name,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data14.portChannel !== undefined){
let data16 = data14.portChannel;
if(typeof data16 !== "string"){
const err30 = {instancePath:instancePath+"/switch/portChannel",schemaPath:"#/properties/switch/properties/portChannel/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.switch.properties.portChannel.type,parentSchema:schema28.properties.switch.properties.portChannel,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data14.ports !== undefined){
let data17 = data14.ports;
if(Array.isArray(data17)){
const len2 = data17.length;
for(let i3=0; i3<len2; i3++){
let data18 = data17[i3];
if(typeof data18 !== "string"){
const err31 = {instancePath:instancePath+"/switch/ports/" + i3,schemaPath:"#/properties/switch/properties/ports/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.switch.properties.ports.items.type,parentSchema:schema28.properties.switch.properties.ports.items,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/switch/ports",schemaPath:"#/properties/switch/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema28.properties.switch.properties.ports.type,parentSchema:schema28.properties.switch.properties.ports,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data14.lacp !== undefined){
let data19 = data14.lacp;
if(typeof data19 !== "boolean"){
const err33 = {instancePath:instancePath+"/switch/lacp",schemaPath:"#/properties/switch/properties/lacp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema28.properties.switch.properties.lacp.type,parentSchema:schema28.properties.switch.properties.lacp,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.vlans !== undefined){
let data20 = data14.vlans;
if(Array.isArray(data20)){
const len3 = data20.length;
for(let i4=0; i4<len3; i4++){
let data21 = data20[i4];
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err34 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.switch.properties.vlans.items.type,parentSchema:schema28.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 4094 || isNaN(data21)){
const err35 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema28.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err36 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema28.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/switch/vlans",schemaPath:"#/properties/switch/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema28.properties.switch.properties.vlans.type,parentSchema:schema28.properties.switch.properties.vlans,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data14.nativeVlan !== undefined){
let data22 = data14.nativeVlan;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err38 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.switch.properties.nativeVlan.type,parentSchema:schema28.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 4094 || isNaN(data22)){
const err39 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema28.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err40 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema28.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data14.systemMac !== undefined){
let data23 = data14.systemMac;
if(typeof data23 === "string"){
if(!pattern3.test(data23)){
const err41 = {instancePath:instancePath+"/switch/systemMac",schemaPath:"#/properties/switch/properties/systemMac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"+"\"",schema:"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$",parentSchema:schema28.properties.switch.properties.systemMac,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/switch/systemMac",schemaPath:"#/properties/switch/properties/systemMac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.switch.properties.systemMac.type,parentSchema:schema28.properties.switch.properties.systemMac,data:data23};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data14.lacpKey !== undefined){
let data24 = data14.lacpKey;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err43 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.switch.properties.lacpKey.type,parentSchema:schema28.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 65535 || isNaN(data24)){
const err44 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema28.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err45 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema28.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
else {
const err46 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.properties.switch.type,parentSchema:schema28.properties.switch,data:data14};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.addresses !== undefined){
let data25 = data.addresses;
if(Array.isArray(data25)){
const len4 = data25.length;
for(let i5=0; i5<len4; i5++){
let data26 = data25[i5];
if(typeof data26 === "string"){
if(!pattern4.test(data26)){
const err47 = {instancePath:instancePath+"/addresses/" + i5,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema21.items,data:data26};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/addresses/" + i5,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.items.type,parentSchema:schema21.items,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
let i6 = data25.length;
let j1;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data25[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err49 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i6+" are identical)",schema:true,parentSchema:schema21,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err50 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.type,parentSchema:schema21,data:data25};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.alias !== undefined){
let data27 = data.alias;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err51 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.type,parentSchema:schema22,data:data27};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 99 || isNaN(data27)){
const err52 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema22,data:data27};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err53 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22,data:data27};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data28 = data.gateway;
if(typeof data28 === "string"){
if(!pattern5.test(data28)){
const err54 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema23,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.type,parentSchema:schema23,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data29 = data.dhcp;
if(typeof data29 !== "boolean"){
const err56 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema24.type,parentSchema:schema24,data:data29};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.mtu !== undefined){
let data30 = data.mtu;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err57 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema25.type,parentSchema:schema25,data:data30};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 65535 || isNaN(data30)){
const err58 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema25,data:data30};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data30 < 68 || isNaN(data30)){
const err59 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema25,data:data30};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data.arp !== undefined){
let data31 = data.arp;
if(typeof data31 !== "boolean"){
const err60 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema27.type,parentSchema:schema27,data:data31};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.comment !== undefined){
let data32 = data.comment;
if(typeof data32 === "string"){
if(!pattern6.test(data32)){
const err61 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema26,data:data32};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data32};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema38 = {"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};

function validate19(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema38.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.parent !== undefined){
let data0 = data.parent;
if(typeof data0 === "string"){
if(func4(data0) > 15){
const err1 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema29,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern11.test(data0)){
const err2 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema29,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.type,parentSchema:schema29,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema38.properties.id.type,parentSchema:schema38.properties.id,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4094 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema38.properties.id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema38.properties.id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.addresses !== undefined){
let data2 = data.addresses;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err7 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema21.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.items.type,parentSchema:schema21.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err9 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema21,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err10 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.type,parentSchema:schema21,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.alias !== undefined){
let data4 = data.alias;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.type,parentSchema:schema22,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 99 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema22,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data5 = data.gateway;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
const err14 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema23,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.type,parentSchema:schema23,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data6 = data.dhcp;
if(typeof data6 !== "boolean"){
const err16 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema24.type,parentSchema:schema24,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.mtu !== undefined){
let data7 = data.mtu;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema25.type,parentSchema:schema25,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema25,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data7 < 68 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema25,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.arp !== undefined){
let data8 = data.arp;
if(typeof data8 !== "boolean"){
const err20 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema27.type,parentSchema:schema27,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.comment !== undefined){
let data9 = data.comment;
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
const err21 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema26,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate19.errors = vErrors;
return errors === 0;
}

const schema47 = {"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema47.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ports !== undefined){
let data0 = data.ports;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func4(data1) > 15){
const err1 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema29,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern11.test(data1)){
const err2 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema29,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.type,parentSchema:schema29,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err4 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema47.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema47.properties.ports.type,parentSchema:schema47.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.stp !== undefined){
let data2 = data.stp;
if(typeof data2 !== "boolean"){
const err6 = {instancePath:instancePath+"/stp",schemaPath:"#/properties/stp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema47.properties.stp.type,parentSchema:schema47.properties.stp,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.forwardDelay !== undefined){
let data3 = data.forwardDelay;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.forwardDelay.type,parentSchema:schema47.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 30 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/maximum",keyword:"maximum",params:{comparison: "<=", limit: 30},message:"must be <= 30",schema:30,parentSchema:schema47.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.helloTime !== undefined){
let data4 = data.helloTime;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.helloTime.type,parentSchema:schema47.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10",schema:10,parentSchema:schema47.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema47.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.maxAge !== undefined){
let data5 = data.maxAge;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema47.properties.maxAge.type,parentSchema:schema47.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 40 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/maximum",keyword:"maximum",params:{comparison: "<=", limit: 40},message:"must be <= 40",schema:40,parentSchema:schema47.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 6 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/minimum",keyword:"minimum",params:{comparison: ">=", limit: 6},message:"must be >= 6",schema:6,parentSchema:schema47.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.addresses !== undefined){
let data6 = data.addresses;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err16 = {instancePath:instancePath+"/addresses/" + i2,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema21.items,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/addresses/" + i2,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.items.type,parentSchema:schema21.items,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i3 = data6.length;
let j1;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data6[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err18 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema21,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err19 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.type,parentSchema:schema21,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.alias !== undefined){
let data8 = data.alias;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err20 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.type,parentSchema:schema22,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 99 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema22,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err22 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data9 = data.gateway;
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
const err23 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema23,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.type,parentSchema:schema23,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data10 = data.dhcp;
if(typeof data10 !== "boolean"){
const err25 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema24.type,parentSchema:schema24,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.mtu !== undefined){
let data11 = data.mtu;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err26 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema25.type,parentSchema:schema25,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 65535 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema25,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11 < 68 || isNaN(data11)){
const err28 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema25,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.comment !== undefined){
let data12 = data.comment;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err29 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema26,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.type,parentSchema:schema26,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "interfaces") || (key0 === "bonds")) || (key0 === "vlans")) || (key0 === "bridges"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.interfaces !== undefined){
let data0 = data.interfaces;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(validate15(data0[key1], {instancePath:instancePath+"/interfaces/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data0,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/interfaces",schemaPath:"#/properties/interfaces/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.interfaces.type,parentSchema:schema18.properties.interfaces,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.bonds !== undefined){
let data2 = data.bonds;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
if(!(validate17(data2[key2], {instancePath:instancePath+"/bonds/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/bonds",schemaPath:"#/properties/bonds/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.bonds.type,parentSchema:schema18.properties.bonds,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vlans !== undefined){
let data4 = data.vlans;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key3 in data4){
if(!(validate19(data4[key3], {instancePath:instancePath+"/vlans/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/vlans",schemaPath:"#/properties/vlans/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.vlans.type,parentSchema:schema18.properties.vlans,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.bridges !== undefined){
let data6 = data.bridges;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key4 in data6){
if(!(validate21(data6[key4], {instancePath:instancePath+"/bridges/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/bridges",schemaPath:"#/properties/bridges/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.properties.bridges.type,parentSchema:schema18.properties.bridges,data:data6};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const pattern26 = new RegExp("^(/[A-Za-z0-9._+-]+)*$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ssh !== undefined){
if(!(validate12(data.ssh, {instancePath:instancePath+"/ssh",parentData:data,parentDataProperty:"ssh",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.platform !== undefined){
let data1 = data.platform;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "backend") || (key1 === "release")) || (key1 === "xend"))){
const err1 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.backend !== undefined){
let data2 = data1.backend;
if(!((data2 === "ifcfg") || (data2 === "ifupdown"))){
const err2 = {instancePath:instancePath+"/platform/backend",schemaPath:"#/definitions/platform/properties/backend/enum",keyword:"enum",params:{allowedValues: schema17.properties.backend.enum},message:"must be equal to one of the allowed values",schema:schema17.properties.backend.enum,parentSchema:schema17.properties.backend,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.release !== undefined){
let data3 = data1.release;
if(!((((((((((((((((data3 === "el5") || (data3 === "el6")) || (data3 === "el7")) || (data3 === "debian7")) || (data3 === "debian8")) || (data3 === "debian9")) || (data3 === "debian10")) || (data3 === "debian11")) || (data3 === "debian12")) || (data3 === "debian13")) || (data3 === "ubuntu14.04")) || (data3 === "ubuntu16.04")) || (data3 === "ubuntu18.04")) || (data3 === "ubuntu20.04")) || (data3 === "ubuntu22.04")) || (data3 === "ubuntu24.04"))){
const err3 = {instancePath:instancePath+"/platform/release",schemaPath:"#/definitions/platform/properties/release/enum",keyword:"enum",params:{allowedValues: schema17.properties.release.enum},message:"must be equal to one of the allowed values",schema:schema17.properties.release.enum,parentSchema:schema17.properties.release,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.xend !== undefined){
let data4 = data1.xend;
if(typeof data4 !== "boolean"){
const err4 = {instancePath:instancePath+"/platform/xend",schemaPath:"#/definitions/platform/properties/xend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema17.properties.xend.type,parentSchema:schema17.properties.xend,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.playbook !== undefined){
let data5 = data.playbook;
if(typeof data5 === "string"){
if(func4(data5) < 1){
const err6 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.playbook.type,parentSchema:schema12.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.network !== undefined){
if(!(validate14(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data7 = data.group;
if(typeof data7 === "string"){
if(func4(data7) < 1){
const err8 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.group,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.group.type,parentSchema:schema12.properties.group,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.acknowledge !== undefined){
let data8 = data.acknowledge;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(!((((data9 === "bmc") || (data9 === "network-storage")) || (data9 === "controller-host")) || (data9 === "reboot"))){
const err10 = {instancePath:instancePath+"/acknowledge/" + i0,schemaPath:"#/properties/acknowledge/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.acknowledge.items.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.acknowledge.items.enum,parentSchema:schema12.properties.acknowledge.items,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i1 = data8.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data8[i1], data8[j0])){
const err11 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema12.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema12.properties.acknowledge.type,parentSchema:schema12.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.vars !== undefined){
let data10 = data.vars;
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
const err13 = {instancePath:instancePath+"/vars",schemaPath:"#/properties/vars/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.vars.type,parentSchema:schema12.properties.vars,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.root !== undefined){
let data11 = data.root;
if(typeof data11 === "string"){
if(!pattern26.test(data11)){
const err14 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/pattern",keyword:"pattern",params:{pattern: "^(/[A-Za-z0-9._+-]+)*$"},message:"must match pattern \""+"^(/[A-Za-z0-9._+-]+)*$"+"\"",schema:"^(/[A-Za-z0-9._+-]+)*$",parentSchema:schema12.properties.root,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.root.type,parentSchema:schema12.properties.root,data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.timeouts !== undefined){
let data12 = data.timeouts;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(!(((key2 === "cutOver") || (key2 === "confirm")) || (key2 === "boot"))){
const err16 = {instancePath:instancePath+"/timeouts",schemaPath:"#/properties/timeouts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.timeouts,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data12.cutOver !== undefined){
let data13 = data12.cutOver;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err17 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/properties/timeouts/properties/cutOver/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.timeouts.properties.cutOver.type,parentSchema:schema12.properties.timeouts.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err18 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/properties/timeouts/properties/cutOver/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.timeouts.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data12.confirm !== undefined){
let data14 = data12.confirm;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err19 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/properties/timeouts/properties/confirm/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.timeouts.properties.confirm.type,parentSchema:schema12.properties.timeouts.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err20 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/properties/timeouts/properties/confirm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.timeouts.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data12.boot !== undefined){
let data15 = data12.boot;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err21 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/properties/timeouts/properties/boot/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.timeouts.properties.boot.type,parentSchema:schema12.properties.timeouts.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err22 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/properties/timeouts/properties/boot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.timeouts.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/timeouts",schemaPath:"#/properties/timeouts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.timeouts.type,parentSchema:schema12.properties.timeouts,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema55 = {"title":"Group","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"type":"string","minLength":1},"acknowledge":{"type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"type":"object"},"root":{"examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"$ref":"#/definitions/settings/properties/timeouts"},"hosts":{"description":"The group's hosts, by name, each with settings of its own.","type":"object","additionalProperties":{"$ref":"#/definitions/settings"}},"children":{"description":"Groups inside this one: they inherit its settings.","type":"object","additionalProperties":{"$ref":"#/definitions/group"}}}};
const schema57 = {"title":"Timeouts","description":"How long the host waits before it goes back by itself.","type":"object","additionalProperties":false,"properties":{"cutOver":{"description":"T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.","type":"integer","minimum":1},"confirm":{"description":"T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.","type":"integer","minimum":1},"boot":{"description":"Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.","type":"integer","minimum":1}}};
const wrapper0 = {validate: validate25};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema55.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ssh !== undefined){
if(!(validate12(data.ssh, {instancePath:instancePath+"/ssh",parentData:data,parentDataProperty:"ssh",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data.platform !== undefined){
let data1 = data.platform;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "backend") || (key1 === "release")) || (key1 === "xend"))){
const err1 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.backend !== undefined){
let data2 = data1.backend;
if(!((data2 === "ifcfg") || (data2 === "ifupdown"))){
const err2 = {instancePath:instancePath+"/platform/backend",schemaPath:"#/definitions/platform/properties/backend/enum",keyword:"enum",params:{allowedValues: schema17.properties.backend.enum},message:"must be equal to one of the allowed values",schema:schema17.properties.backend.enum,parentSchema:schema17.properties.backend,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.release !== undefined){
let data3 = data1.release;
if(!((((((((((((((((data3 === "el5") || (data3 === "el6")) || (data3 === "el7")) || (data3 === "debian7")) || (data3 === "debian8")) || (data3 === "debian9")) || (data3 === "debian10")) || (data3 === "debian11")) || (data3 === "debian12")) || (data3 === "debian13")) || (data3 === "ubuntu14.04")) || (data3 === "ubuntu16.04")) || (data3 === "ubuntu18.04")) || (data3 === "ubuntu20.04")) || (data3 === "ubuntu22.04")) || (data3 === "ubuntu24.04"))){
const err3 = {instancePath:instancePath+"/platform/release",schemaPath:"#/definitions/platform/properties/release/enum",keyword:"enum",params:{allowedValues: schema17.properties.release.enum},message:"must be equal to one of the allowed values",schema:schema17.properties.release.enum,parentSchema:schema17.properties.release,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.xend !== undefined){
let data4 = data1.xend;
if(typeof data4 !== "boolean"){
const err4 = {instancePath:instancePath+"/platform/xend",schemaPath:"#/definitions/platform/properties/xend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema17.properties.xend.type,parentSchema:schema17.properties.xend,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.playbook !== undefined){
let data5 = data.playbook;
if(typeof data5 === "string"){
if(func4(data5) < 1){
const err6 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema55.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.playbook.type,parentSchema:schema55.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.network !== undefined){
if(!(validate14(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data7 = data.group;
if(typeof data7 === "string"){
if(func4(data7) < 1){
const err8 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema55.properties.group,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.group.type,parentSchema:schema55.properties.group,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.acknowledge !== undefined){
let data8 = data.acknowledge;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(!((((data9 === "bmc") || (data9 === "network-storage")) || (data9 === "controller-host")) || (data9 === "reboot"))){
const err10 = {instancePath:instancePath+"/acknowledge/" + i0,schemaPath:"#/properties/acknowledge/items/enum",keyword:"enum",params:{allowedValues: schema55.properties.acknowledge.items.enum},message:"must be equal to one of the allowed values",schema:schema55.properties.acknowledge.items.enum,parentSchema:schema55.properties.acknowledge.items,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i1 = data8.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data8[i1], data8[j0])){
const err11 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema55.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema55.properties.acknowledge.type,parentSchema:schema55.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.vars !== undefined){
let data10 = data.vars;
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
const err13 = {instancePath:instancePath+"/vars",schemaPath:"#/properties/vars/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.vars.type,parentSchema:schema55.properties.vars,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.root !== undefined){
let data11 = data.root;
if(typeof data11 === "string"){
if(!pattern26.test(data11)){
const err14 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/pattern",keyword:"pattern",params:{pattern: "^(/[A-Za-z0-9._+-]+)*$"},message:"must match pattern \""+"^(/[A-Za-z0-9._+-]+)*$"+"\"",schema:"^(/[A-Za-z0-9._+-]+)*$",parentSchema:schema55.properties.root,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema55.properties.root.type,parentSchema:schema55.properties.root,data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.timeouts !== undefined){
let data12 = data.timeouts;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(!(((key2 === "cutOver") || (key2 === "confirm")) || (key2 === "boot"))){
const err16 = {instancePath:instancePath+"/timeouts",schemaPath:"#/definitions/settings/properties/timeouts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema57,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data12.cutOver !== undefined){
let data13 = data12.cutOver;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err17 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/definitions/settings/properties/timeouts/properties/cutOver/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema57.properties.cutOver.type,parentSchema:schema57.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err18 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/definitions/settings/properties/timeouts/properties/cutOver/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema57.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data12.confirm !== undefined){
let data14 = data12.confirm;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err19 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/definitions/settings/properties/timeouts/properties/confirm/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema57.properties.confirm.type,parentSchema:schema57.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err20 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/definitions/settings/properties/timeouts/properties/confirm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema57.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data12.boot !== undefined){
let data15 = data12.boot;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err21 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/definitions/settings/properties/timeouts/properties/boot/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema57.properties.boot.type,parentSchema:schema57.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err22 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/definitions/settings/properties/timeouts/properties/boot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema57.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/timeouts",schemaPath:"#/definitions/settings/properties/timeouts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema57.type,parentSchema:schema57,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.hosts !== undefined){
let data16 = data.hosts;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key3 in data16){
if(!(validate11(data16[key3], {instancePath:instancePath+"/hosts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data16,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.hosts.type,parentSchema:schema55.properties.hosts,data:data16};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.children !== undefined){
let data18 = data.children;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key4 in data18){
if(!(wrapper0.validate(data18[key4], {instancePath:instancePath+"/children/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data18,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/children",schemaPath:"#/properties/children/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.properties.children.type,parentSchema:schema55.properties.children,data:data18};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema55.type,parentSchema:schema55,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="document" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "defaults") || (key0 === "groups")) || (key0 === "hosts"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate11(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.groups !== undefined){
let data1 = data.groups;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(validate25(data1[key1], {instancePath:instancePath+"/groups/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data1,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.groups.type,parentSchema:schema11.properties.groups,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.hosts !== undefined){
let data3 = data.hosts;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
if(!(validate11(data3[key2], {instancePath:instancePath+"/hosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data3,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/hosts",schemaPath:"#/properties/hosts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.hosts.type,parentSchema:schema11.properties.hosts,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

exports.part = validate31;
const schema58 = {"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/settings","definitions":{"secret":{"title":"SecretReference","description":"Where a secret is, never the secret itself.","oneOf":[{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"description":"The controller's environment variable that holds it.","examples":["SUDO_PASSWORD"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}}},{"type":"object","additionalProperties":false,"required":["prompt"],"properties":{"prompt":{"description":"Asked once for the whole run.","const":true}}}]},"ssh":{"title":"SshSettings","description":"How to reach the host.","type":"object","additionalProperties":false,"properties":{"host":{"description":"Name or address. Default: the host's name in the inventory.","type":"string","minLength":1},"hostAfter":{"description":"Where the host answers after the change. Default: `host`, or the new address where the plan moves the session's own.","type":"string","minLength":1},"port":{"description":"Default: 22.","type":"integer","minimum":1,"maximum":65535},"user":{"description":"Default: root.","type":"string","minLength":1},"identityFile":{"description":"A private key. `~` is the operator's home, a relative path starts at the inventory's folder. Default: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa.","type":"string","minLength":1},"identityAgent":{"description":"The agent's socket, or `none`. Default: SSH_AUTH_SOCK.","type":"string","minLength":1},"passphrase":{"$ref":"#/definitions/secret"},"password":{"$ref":"#/definitions/secret"},"knownHosts":{"description":"Default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.","type":"string","minLength":1},"hostKeyAlias":{"description":"The name to look for in known_hosts. Default: `host`.","type":"string","minLength":1},"connectTimeout":{"description":"Seconds until a connection must stand. Default: 10.","type":"number","exclusiveMinimum":0},"keepalive":{"description":"Seconds between keepalives; three unanswered end the connection. Default: 5.","type":"number","exclusiveMinimum":0},"become":{"description":"Become root by sudo. Default: false.","type":"boolean"},"becomePassword":{"$ref":"#/definitions/secret"}}},"platform":{"title":"PlatformDeclaration","description":"What the host is known to be. It is detected from the host; a declaration that does not fit is an error before anything is planned.","type":"object","additionalProperties":false,"properties":{"backend":{"description":"How the platform stores its network.","enum":["ifcfg","ifupdown"]},"release":{"description":"el5 to el7: RHEL, CentOS, Oracle Linux or Oracle VM Server of this major release. debian7 to debian13, ubuntu14.04 to ubuntu24.04: with ifupdown.","enum":["el5","el6","el7","debian7","debian8","debian9","debian10","debian11","debian12","debian13","ubuntu14.04","ubuntu16.04","ubuntu18.04","ubuntu20.04","ubuntu22.04","ubuntu24.04"]},"xend":{"description":"The host is a Xen dom0 whose xend may run network scripts of its own.","type":"boolean"}}},"settings":{"title":"HostSettings","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"description":"The playbook's name in playbooks/, or a path.","type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"description":"Redundancy group: its hosts never change at the same time.","type":"string","minLength":1},"acknowledge":{"description":"Dangers that were looked at: bmc (the NIC is shared with the management controller), network-storage, controller-host, reboot (a rollback that nothing else brings about may restart the host).","type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"description":"Values of your own, for your playbook's steps.","type":"object"},"root":{"description":"Prefix of every path on the host, for images and simulated hosts. Default: empty.","examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"title":"Timeouts","description":"How long the host waits before it goes back by itself.","type":"object","additionalProperties":false,"properties":{"cutOver":{"description":"T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.","type":"integer","minimum":1},"confirm":{"description":"T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.","type":"integer","minimum":1},"boot":{"description":"Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.","type":"integer","minimum":1}}}}},"group":{"title":"Group","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"type":"string","minLength":1},"acknowledge":{"type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"type":"object"},"root":{"examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"$ref":"#/definitions/settings/properties/timeouts"},"hosts":{"description":"The group's hosts, by name, each with settings of its own.","type":"object","additionalProperties":{"$ref":"#/definitions/settings"}},"children":{"description":"Groups inside this one: they inherit its settings.","type":"object","additionalProperties":{"$ref":"#/definitions/group"}}}},"network":{"title":"NetworkDocument","description":"The network that a host should have. Maps merge from defaults through groups to the host; lists replace.","type":"object","additionalProperties":false,"properties":{"interfaces":{"description":"Physical NICs, by the name that the host gives them.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/interface"}},"bonds":{"description":"By name. Example: bond0","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bond"}},"vlans":{"description":"802.1Q devices. `bond0.50` is VLAN 50 on bond0; any other name needs `parent` and `id`.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/vlan"}},"bridges":{"description":"By name. Example: vlan100","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bridge"}}},"definitions":{"name":{"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15},"mac":{"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"addresses":{"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true},"gateway":{"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"},"alias":{"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99},"dhcp":{"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"},"arp":{"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"},"mtu":{"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535},"comment":{"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"},"interface":{"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}},"bond":{"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"vlan":{"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"bridge":{"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}}}}},"$id":"part"};
const schema59 = {"title":"HostSettings","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"description":"The playbook's name in playbooks/, or a path.","type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"description":"Redundancy group: its hosts never change at the same time.","type":"string","minLength":1},"acknowledge":{"description":"Dangers that were looked at: bmc (the NIC is shared with the management controller), network-storage, controller-host, reboot (a rollback that nothing else brings about may restart the host).","type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"description":"Values of your own, for your playbook's steps.","type":"object"},"root":{"description":"Prefix of every path on the host, for images and simulated hosts. Default: empty.","examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"title":"Timeouts","description":"How long the host waits before it goes back by itself.","type":"object","additionalProperties":false,"properties":{"cutOver":{"description":"T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.","type":"integer","minimum":1},"confirm":{"description":"T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.","type":"integer","minimum":1},"boot":{"description":"Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.","type":"integer","minimum":1}}}}};
const schema64 = {"title":"PlatformDeclaration","description":"What the host is known to be. It is detected from the host; a declaration that does not fit is an error before anything is planned.","type":"object","additionalProperties":false,"properties":{"backend":{"description":"How the platform stores its network.","enum":["ifcfg","ifupdown"]},"release":{"description":"el5 to el7: RHEL, CentOS, Oracle Linux or Oracle VM Server of this major release. debian7 to debian13, ubuntu14.04 to ubuntu24.04: with ifupdown.","enum":["el5","el6","el7","debian7","debian8","debian9","debian10","debian11","debian12","debian13","ubuntu14.04","ubuntu16.04","ubuntu18.04","ubuntu20.04","ubuntu22.04","ubuntu24.04"]},"xend":{"description":"The host is a Xen dom0 whose xend may run network scripts of its own.","type":"boolean"}}};
const schema60 = {"title":"SshSettings","description":"How to reach the host.","type":"object","additionalProperties":false,"properties":{"host":{"description":"Name or address. Default: the host's name in the inventory.","type":"string","minLength":1},"hostAfter":{"description":"Where the host answers after the change. Default: `host`, or the new address where the plan moves the session's own.","type":"string","minLength":1},"port":{"description":"Default: 22.","type":"integer","minimum":1,"maximum":65535},"user":{"description":"Default: root.","type":"string","minLength":1},"identityFile":{"description":"A private key. `~` is the operator's home, a relative path starts at the inventory's folder. Default: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa.","type":"string","minLength":1},"identityAgent":{"description":"The agent's socket, or `none`. Default: SSH_AUTH_SOCK.","type":"string","minLength":1},"passphrase":{"$ref":"#/definitions/secret"},"password":{"$ref":"#/definitions/secret"},"knownHosts":{"description":"Default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.","type":"string","minLength":1},"hostKeyAlias":{"description":"The name to look for in known_hosts. Default: `host`.","type":"string","minLength":1},"connectTimeout":{"description":"Seconds until a connection must stand. Default: 10.","type":"number","exclusiveMinimum":0},"keepalive":{"description":"Seconds between keepalives; three unanswered end the connection. Default: 5.","type":"number","exclusiveMinimum":0},"become":{"description":"Become root by sudo. Default: false.","type":"boolean"},"becomePassword":{"$ref":"#/definitions/secret"}}};
const schema61 = {"title":"SecretReference","description":"Where a secret is, never the secret itself.","oneOf":[{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"description":"The controller's environment variable that holds it.","examples":["SUDO_PASSWORD"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}}},{"type":"object","additionalProperties":false,"required":["prompt"],"properties":{"prompt":{"description":"Asked once for the whole run.","const":true}}}]};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema60.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.host !== undefined){
let data0 = data.host;
if(typeof data0 === "string"){
if(func4(data0) < 1){
const err1 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.host,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.host.type,parentSchema:schema60.properties.host,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.hostAfter !== undefined){
let data1 = data.hostAfter;
if(typeof data1 === "string"){
if(func4(data1) < 1){
const err3 = {instancePath:instancePath+"/hostAfter",schemaPath:"#/properties/hostAfter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.hostAfter,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/hostAfter",schemaPath:"#/properties/hostAfter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.hostAfter.type,parentSchema:schema60.properties.hostAfter,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.port !== undefined){
let data2 = data.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema60.properties.port.type,parentSchema:schema60.properties.port,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema60.properties.port,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema60.properties.port,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.user !== undefined){
let data3 = data.user;
if(typeof data3 === "string"){
if(func4(data3) < 1){
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.user,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.user.type,parentSchema:schema60.properties.user,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.identityFile !== undefined){
let data4 = data.identityFile;
if(typeof data4 === "string"){
if(func4(data4) < 1){
const err10 = {instancePath:instancePath+"/identityFile",schemaPath:"#/properties/identityFile/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.identityFile,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/identityFile",schemaPath:"#/properties/identityFile/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.identityFile.type,parentSchema:schema60.properties.identityFile,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.identityAgent !== undefined){
let data5 = data.identityAgent;
if(typeof data5 === "string"){
if(func4(data5) < 1){
const err12 = {instancePath:instancePath+"/identityAgent",schemaPath:"#/properties/identityAgent/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.identityAgent,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/identityAgent",schemaPath:"#/properties/identityAgent/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.identityAgent.type,parentSchema:schema60.properties.identityAgent,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.passphrase !== undefined){
let data6 = data.passphrase;
const _errs16 = errors;
let valid2 = false;
let passing0 = null;
const _errs17 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.env === undefined){
const err14 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema61.oneOf[0].required,parentSchema:schema61.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data6){
if(!(key1 === "env")){
const err15 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema61.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.env !== undefined){
let data7 = data6.env;
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err16 = {instancePath:instancePath+"/passphrase/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema61.oneOf[0].properties.env,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/passphrase/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.oneOf[0].properties.env.type,parentSchema:schema61.oneOf[0].properties.env,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.oneOf[0].type,parentSchema:schema61.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid0 = _errs17 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs22 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.prompt === undefined){
const err19 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema61.oneOf[1].required,parentSchema:schema61.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data6){
if(!(key2 === "prompt")){
const err20 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema61.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.prompt !== undefined){
let data8 = data6.prompt;
if(true !== data8){
const err21 = {instancePath:instancePath+"/passphrase/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema61.oneOf[1].properties.prompt,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.oneOf[1].type,parentSchema:schema61.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid0 = _errs22 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err23 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema61.oneOf,parentSchema:schema61,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.password !== undefined){
let data9 = data.password;
const _errs28 = errors;
let valid6 = false;
let passing1 = null;
const _errs29 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.env === undefined){
const err24 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema61.oneOf[0].required,parentSchema:schema61.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key3 in data9){
if(!(key3 === "env")){
const err25 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema61.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.env !== undefined){
let data10 = data9.env;
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err26 = {instancePath:instancePath+"/password/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema61.oneOf[0].properties.env,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/password/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.oneOf[0].properties.env.type,parentSchema:schema61.oneOf[0].properties.env,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.oneOf[0].type,parentSchema:schema61.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid1 = _errs29 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs34 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.prompt === undefined){
const err29 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema61.oneOf[1].required,parentSchema:schema61.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key4 in data9){
if(!(key4 === "prompt")){
const err30 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema61.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.prompt !== undefined){
let data11 = data9.prompt;
if(true !== data11){
const err31 = {instancePath:instancePath+"/password/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema61.oneOf[1].properties.prompt,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.oneOf[1].type,parentSchema:schema61.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid1 = _errs34 === errors;
if(_valid1 && valid6){
valid6 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid6 = true;
passing1 = 1;
}
}
if(!valid6){
const err33 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema61.oneOf,parentSchema:schema61,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
}
if(data.knownHosts !== undefined){
let data12 = data.knownHosts;
if(typeof data12 === "string"){
if(func4(data12) < 1){
const err34 = {instancePath:instancePath+"/knownHosts",schemaPath:"#/properties/knownHosts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.knownHosts,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/knownHosts",schemaPath:"#/properties/knownHosts/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.knownHosts.type,parentSchema:schema60.properties.knownHosts,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.hostKeyAlias !== undefined){
let data13 = data.hostKeyAlias;
if(typeof data13 === "string"){
if(func4(data13) < 1){
const err36 = {instancePath:instancePath+"/hostKeyAlias",schemaPath:"#/properties/hostKeyAlias/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema60.properties.hostKeyAlias,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/hostKeyAlias",schemaPath:"#/properties/hostKeyAlias/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema60.properties.hostKeyAlias.type,parentSchema:schema60.properties.hostKeyAlias,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.connectTimeout !== undefined){
let data14 = data.connectTimeout;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 <= 0 || isNaN(data14)){
const err38 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema60.properties.connectTimeout,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema60.properties.connectTimeout.type,parentSchema:schema60.properties.connectTimeout,data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.keepalive !== undefined){
let data15 = data.keepalive;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 <= 0 || isNaN(data15)){
const err40 = {instancePath:instancePath+"/keepalive",schemaPath:"#/properties/keepalive/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema60.properties.keepalive,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/keepalive",schemaPath:"#/properties/keepalive/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema60.properties.keepalive.type,parentSchema:schema60.properties.keepalive,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.become !== undefined){
let data16 = data.become;
if(typeof data16 !== "boolean"){
const err42 = {instancePath:instancePath+"/become",schemaPath:"#/properties/become/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema60.properties.become.type,parentSchema:schema60.properties.become,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.becomePassword !== undefined){
let data17 = data.becomePassword;
const _errs50 = errors;
let valid10 = false;
let passing2 = null;
const _errs51 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.env === undefined){
const err43 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema61.oneOf[0].required,parentSchema:schema61.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key5 in data17){
if(!(key5 === "env")){
const err44 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema61.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17.env !== undefined){
let data18 = data17.env;
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err45 = {instancePath:instancePath+"/becomePassword/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema61.oneOf[0].properties.env,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/becomePassword/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.oneOf[0].properties.env.type,parentSchema:schema61.oneOf[0].properties.env,data:data18};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.oneOf[0].type,parentSchema:schema61.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var _valid2 = _errs51 === errors;
if(_valid2){
valid10 = true;
passing2 = 0;
}
const _errs56 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.prompt === undefined){
const err48 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema61.oneOf[1].required,parentSchema:schema61.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key6 in data17){
if(!(key6 === "prompt")){
const err49 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema61.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data17.prompt !== undefined){
let data19 = data17.prompt;
if(true !== data19){
const err50 = {instancePath:instancePath+"/becomePassword/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema61.oneOf[1].properties.prompt,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.oneOf[1].type,parentSchema:schema61.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var _valid2 = _errs56 === errors;
if(_valid2 && valid10){
valid10 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid10 = true;
passing2 = 1;
}
}
if(!valid10){
const err52 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf",schema:schema61.oneOf,parentSchema:schema61,data:data17};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs50;
if(vErrors !== null){
if(_errs50){
vErrors.length = _errs50;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

const schema65 = {"title":"NetworkDocument","description":"The network that a host should have. Maps merge from defaults through groups to the host; lists replace.","type":"object","additionalProperties":false,"properties":{"interfaces":{"description":"Physical NICs, by the name that the host gives them.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/interface"}},"bonds":{"description":"By name. Example: bond0","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bond"}},"vlans":{"description":"802.1Q devices. `bond0.50` is VLAN 50 on bond0; any other name needs `parent` and `id`.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/vlan"}},"bridges":{"description":"By name. Example: vlan100","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bridge"}}},"definitions":{"name":{"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15},"mac":{"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"addresses":{"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true},"gateway":{"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"},"alias":{"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99},"dhcp":{"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"},"arp":{"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"},"mtu":{"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535},"comment":{"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"},"interface":{"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}},"bond":{"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"vlan":{"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"bridge":{"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}}}};
const schema66 = {"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}};
const schema67 = {"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"};
const schema68 = {"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true};
const schema69 = {"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99};
const schema70 = {"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"};
const schema71 = {"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"};
const schema72 = {"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535};
const schema73 = {"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"};
const schema74 = {"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema66.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.mac !== undefined){
let data0 = data.mac;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err1 = {instancePath:instancePath+"/mac",schemaPath:"#/definitions/network/definitions/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"+"\"",schema:"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$",parentSchema:schema67,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/mac",schemaPath:"#/definitions/network/definitions/mac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema67.type,parentSchema:schema67,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.addresses !== undefined){
let data1 = data.addresses;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err3 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema68.items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.items.type,parentSchema:schema68.items,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err5 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema68,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err6 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.type,parentSchema:schema68,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.alias !== undefined){
let data3 = data.alias;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema69.type,parentSchema:schema69,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 99 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema69,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema69,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data4 = data.gateway;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err10 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema70,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.type,parentSchema:schema70,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data5 = data.dhcp;
if(typeof data5 !== "boolean"){
const err12 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema71.type,parentSchema:schema71,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.mtu !== undefined){
let data6 = data.mtu;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.type,parentSchema:schema72,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 65535 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema72,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 < 68 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema72,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.comment !== undefined){
let data7 = data.comment;
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err16 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema73,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.type,parentSchema:schema73,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.arp !== undefined){
let data8 = data.arp;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema74.type,parentSchema:schema74,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.peer !== undefined){
let data9 = data.peer;
if(typeof data9 === "string"){
if(!pattern7.test(data9)){
const err19 = {instancePath:instancePath+"/peer",schemaPath:"#/properties/peer/pattern",keyword:"pattern",params:{pattern: "^vif0\\.[0-9]{1,2}$"},message:"must match pattern \""+"^vif0\\.[0-9]{1,2}$"+"\"",schema:"^vif0\\.[0-9]{1,2}$",parentSchema:schema66.properties.peer,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/peer",schemaPath:"#/properties/peer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.properties.peer.type,parentSchema:schema66.properties.peer,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.ethtool !== undefined){
let data10 = data.ethtool;
if(typeof data10 === "string"){
if(!pattern8.test(data10)){
const err21 = {instancePath:instancePath+"/ethtool",schemaPath:"#/properties/ethtool/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 _./:;-]*$"},message:"must match pattern \""+"^[A-Za-z0-9 _./:;-]*$"+"\"",schema:"^[A-Za-z0-9 _./:;-]*$",parentSchema:schema66.properties.ethtool,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/ethtool",schemaPath:"#/properties/ethtool/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.properties.ethtool.type,parentSchema:schema66.properties.ethtool,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.switch !== undefined){
let data11 = data.switch;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 in data11){
if(!(((key1 === "name") || (key1 === "port")) || (key1 === "nativeVlan"))){
const err23 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema66.properties.switch,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 === "string"){
if(!pattern9.test(data12)){
const err24 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/pattern",keyword:"pattern",params:{pattern: "^[!-~]( ?[!-~])*$"},message:"must match pattern \""+"^[!-~]( ?[!-~])*$"+"\"",schema:"^[!-~]( ?[!-~])*$",parentSchema:schema66.properties.switch.properties.name,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.properties.switch.properties.name.type,parentSchema:schema66.properties.switch.properties.name,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.port !== undefined){
let data13 = data11.port;
if(typeof data13 === "string"){
if(!pattern9.test(data13)){
const err26 = {instancePath:instancePath+"/switch/port",schemaPath:"#/properties/switch/properties/port/pattern",keyword:"pattern",params:{pattern: "^[!-~]( ?[!-~])*$"},message:"must match pattern \""+"^[!-~]( ?[!-~])*$"+"\"",schema:"^[!-~]( ?[!-~])*$",parentSchema:schema66.properties.switch.properties.port,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/switch/port",schemaPath:"#/properties/switch/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.properties.switch.properties.port.type,parentSchema:schema66.properties.switch.properties.port,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.nativeVlan !== undefined){
let data14 = data11.nativeVlan;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err28 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema66.properties.switch.properties.nativeVlan.type,parentSchema:schema66.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4094 || isNaN(data14)){
const err29 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema66.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err30 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema66.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
else {
const err31 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema66.properties.switch.type,parentSchema:schema66.properties.switch,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema75 = {"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};
const schema76 = {"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema75.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.slaves !== undefined){
let data0 = data.slaves;
if(Array.isArray(data0)){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema75.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func4(data1) > 15){
const err2 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema76,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern11.test(data1)){
const err3 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema76,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.type,parentSchema:schema76,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err5 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema75.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema75.properties.slaves.type,parentSchema:schema75.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.mode !== undefined){
let data2 = data.mode;
if(!(((((((data2 === "balance-rr") || (data2 === "active-backup")) || (data2 === "balance-xor")) || (data2 === "broadcast")) || (data2 === "802.3ad")) || (data2 === "balance-tlb")) || (data2 === "balance-alb"))){
const err7 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema75.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema75.properties.mode.enum,parentSchema:schema75.properties.mode,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.miimon !== undefined){
let data3 = data.miimon;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/miimon",schemaPath:"#/properties/miimon/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.miimon.type,parentSchema:schema75.properties.miimon,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/miimon",schemaPath:"#/properties/miimon/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema75.properties.miimon,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.updelay !== undefined){
let data4 = data.updelay;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/updelay",schemaPath:"#/properties/updelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.updelay.type,parentSchema:schema75.properties.updelay,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/updelay",schemaPath:"#/properties/updelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema75.properties.updelay,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.downdelay !== undefined){
let data5 = data.downdelay;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err12 = {instancePath:instancePath+"/downdelay",schemaPath:"#/properties/downdelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.downdelay.type,parentSchema:schema75.properties.downdelay,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/downdelay",schemaPath:"#/properties/downdelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema75.properties.downdelay,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.lacpRate !== undefined){
let data6 = data.lacpRate;
if(!((data6 === "slow") || (data6 === "fast"))){
const err14 = {instancePath:instancePath+"/lacpRate",schemaPath:"#/properties/lacpRate/enum",keyword:"enum",params:{allowedValues: schema75.properties.lacpRate.enum},message:"must be equal to one of the allowed values",schema:schema75.properties.lacpRate.enum,parentSchema:schema75.properties.lacpRate,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.xmitHashPolicy !== undefined){
let data7 = data.xmitHashPolicy;
if(!(((((data7 === "layer2") || (data7 === "layer2+3")) || (data7 === "layer3+4")) || (data7 === "encap2+3")) || (data7 === "encap3+4"))){
const err15 = {instancePath:instancePath+"/xmitHashPolicy",schemaPath:"#/properties/xmitHashPolicy/enum",keyword:"enum",params:{allowedValues: schema75.properties.xmitHashPolicy.enum},message:"must be equal to one of the allowed values",schema:schema75.properties.xmitHashPolicy.enum,parentSchema:schema75.properties.xmitHashPolicy,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.primary !== undefined){
let data8 = data.primary;
if(typeof data8 === "string"){
if(func4(data8) > 15){
const err16 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema76,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern11.test(data8)){
const err17 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema76,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.type,parentSchema:schema76,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.arpInterval !== undefined){
let data9 = data.arpInterval;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err19 = {instancePath:instancePath+"/arpInterval",schemaPath:"#/properties/arpInterval/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.arpInterval.type,parentSchema:schema75.properties.arpInterval,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/arpInterval",schemaPath:"#/properties/arpInterval/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema75.properties.arpInterval,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.arpIpTarget !== undefined){
let data10 = data.arpIpTarget;
if(Array.isArray(data10)){
if(data10.length > 16){
const err21 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema75.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data10.length < 1){
const err22 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema75.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const len1 = data10.length;
for(let i2=0; i2<len1; i2++){
let data11 = data10[i2];
if(typeof data11 !== "string"){
const err23 = {instancePath:instancePath+"/arpIpTarget/" + i2,schemaPath:"#/properties/arpIpTarget/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.arpIpTarget.items.type,parentSchema:schema75.properties.arpIpTarget.items,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema75.properties.arpIpTarget.type,parentSchema:schema75.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.options !== undefined){
let data12 = data.options;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
let data13 = data12[key1];
if((typeof data13 !== "string") && (!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13))))){
const err25 = {instancePath:instancePath+"/options/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/options/additionalProperties/type",keyword:"type",params:{type: schema75.properties.options.additionalProperties.type},message:"must be string,integer",schema:schema75.properties.options.additionalProperties.type,parentSchema:schema75.properties.options.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data13 === "string"){
if(!pattern13.test(data13)){
const err26 = {instancePath:instancePath+"/options/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/options/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.,:+-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.,:+-]+$"+"\"",schema:"^[A-Za-z0-9_.,:+-]+$",parentSchema:schema75.properties.options.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/options",schemaPath:"#/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.properties.options.type,parentSchema:schema75.properties.options,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.switch !== undefined){
let data14 = data.switch;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!((((((((key2 === "name") || (key2 === "portChannel")) || (key2 === "ports")) || (key2 === "lacp")) || (key2 === "vlans")) || (key2 === "nativeVlan")) || (key2 === "systemMac")) || (key2 === "lacpKey"))){
const err28 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema75.properties.switch,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data14.name !== undefined){
let data15 = data14.name;
if(typeof data15 !== "string"){
const err29 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.switch.properties.name.type,parentSchema:schema75.properties.switch.properties.name,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data14.portChannel !== undefined){
let data16 = data14.portChannel;
if(typeof data16 !== "string"){
const err30 = {instancePath:instancePath+"/switch/portChannel",schemaPath:"#/properties/switch/properties/portChannel/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.switch.properties.portChannel.type,parentSchema:schema75.properties.switch.properties.portChannel,data:data16};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data14.ports !== undefined){
let data17 = data14.ports;
if(Array.isArray(data17)){
const len2 = data17.length;
for(let i3=0; i3<len2; i3++){
let data18 = data17[i3];
if(typeof data18 !== "string"){
const err31 = {instancePath:instancePath+"/switch/ports/" + i3,schemaPath:"#/properties/switch/properties/ports/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.switch.properties.ports.items.type,parentSchema:schema75.properties.switch.properties.ports.items,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/switch/ports",schemaPath:"#/properties/switch/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema75.properties.switch.properties.ports.type,parentSchema:schema75.properties.switch.properties.ports,data:data17};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data14.lacp !== undefined){
let data19 = data14.lacp;
if(typeof data19 !== "boolean"){
const err33 = {instancePath:instancePath+"/switch/lacp",schemaPath:"#/properties/switch/properties/lacp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema75.properties.switch.properties.lacp.type,parentSchema:schema75.properties.switch.properties.lacp,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.vlans !== undefined){
let data20 = data14.vlans;
if(Array.isArray(data20)){
const len3 = data20.length;
for(let i4=0; i4<len3; i4++){
let data21 = data20[i4];
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err34 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.switch.properties.vlans.items.type,parentSchema:schema75.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 4094 || isNaN(data21)){
const err35 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema75.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err36 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema75.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/switch/vlans",schemaPath:"#/properties/switch/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema75.properties.switch.properties.vlans.type,parentSchema:schema75.properties.switch.properties.vlans,data:data20};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data14.nativeVlan !== undefined){
let data22 = data14.nativeVlan;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err38 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.switch.properties.nativeVlan.type,parentSchema:schema75.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 4094 || isNaN(data22)){
const err39 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema75.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err40 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema75.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data14.systemMac !== undefined){
let data23 = data14.systemMac;
if(typeof data23 === "string"){
if(!pattern3.test(data23)){
const err41 = {instancePath:instancePath+"/switch/systemMac",schemaPath:"#/properties/switch/properties/systemMac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"+"\"",schema:"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$",parentSchema:schema75.properties.switch.properties.systemMac,data:data23};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/switch/systemMac",schemaPath:"#/properties/switch/properties/systemMac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema75.properties.switch.properties.systemMac.type,parentSchema:schema75.properties.switch.properties.systemMac,data:data23};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data14.lacpKey !== undefined){
let data24 = data14.lacpKey;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err43 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema75.properties.switch.properties.lacpKey.type,parentSchema:schema75.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 65535 || isNaN(data24)){
const err44 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema75.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err45 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema75.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
else {
const err46 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.properties.switch.type,parentSchema:schema75.properties.switch,data:data14};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.addresses !== undefined){
let data25 = data.addresses;
if(Array.isArray(data25)){
const len4 = data25.length;
for(let i5=0; i5<len4; i5++){
let data26 = data25[i5];
if(typeof data26 === "string"){
if(!pattern4.test(data26)){
const err47 = {instancePath:instancePath+"/addresses/" + i5,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema68.items,data:data26};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/addresses/" + i5,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.items.type,parentSchema:schema68.items,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
let i6 = data25.length;
let j1;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data25[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err49 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i6+" are identical)",schema:true,parentSchema:schema68,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err50 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.type,parentSchema:schema68,data:data25};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.alias !== undefined){
let data27 = data.alias;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err51 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema69.type,parentSchema:schema69,data:data27};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 99 || isNaN(data27)){
const err52 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema69,data:data27};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err53 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema69,data:data27};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data28 = data.gateway;
if(typeof data28 === "string"){
if(!pattern5.test(data28)){
const err54 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema70,data:data28};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.type,parentSchema:schema70,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data29 = data.dhcp;
if(typeof data29 !== "boolean"){
const err56 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema71.type,parentSchema:schema71,data:data29};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.mtu !== undefined){
let data30 = data.mtu;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err57 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.type,parentSchema:schema72,data:data30};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 65535 || isNaN(data30)){
const err58 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema72,data:data30};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data30 < 68 || isNaN(data30)){
const err59 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema72,data:data30};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data.arp !== undefined){
let data31 = data.arp;
if(typeof data31 !== "boolean"){
const err60 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema74.type,parentSchema:schema74,data:data31};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.comment !== undefined){
let data32 = data.comment;
if(typeof data32 === "string"){
if(!pattern6.test(data32)){
const err61 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema73,data:data32};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.type,parentSchema:schema73,data:data32};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.type,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

const schema85 = {"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema85.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.parent !== undefined){
let data0 = data.parent;
if(typeof data0 === "string"){
if(func4(data0) > 15){
const err1 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema76,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern11.test(data0)){
const err2 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema76,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.type,parentSchema:schema76,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema85.properties.id.type,parentSchema:schema85.properties.id,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4094 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema85.properties.id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema85.properties.id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.addresses !== undefined){
let data2 = data.addresses;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err7 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema68.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.items.type,parentSchema:schema68.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err9 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema68,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err10 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.type,parentSchema:schema68,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.alias !== undefined){
let data4 = data.alias;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema69.type,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 99 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data5 = data.gateway;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
const err14 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema70,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.type,parentSchema:schema70,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data6 = data.dhcp;
if(typeof data6 !== "boolean"){
const err16 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema71.type,parentSchema:schema71,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.mtu !== undefined){
let data7 = data.mtu;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.type,parentSchema:schema72,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema72,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data7 < 68 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema72,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.arp !== undefined){
let data8 = data.arp;
if(typeof data8 !== "boolean"){
const err20 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema74.type,parentSchema:schema74,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.comment !== undefined){
let data9 = data.comment;
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
const err21 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema73,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.type,parentSchema:schema73,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.type,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema94 = {"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema94.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ports !== undefined){
let data0 = data.ports;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func4(data1) > 15){
const err1 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema76,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern11.test(data1)){
const err2 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema76,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema76.type,parentSchema:schema76,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err4 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema94.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema94.properties.ports.type,parentSchema:schema94.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.stp !== undefined){
let data2 = data.stp;
if(typeof data2 !== "boolean"){
const err6 = {instancePath:instancePath+"/stp",schemaPath:"#/properties/stp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema94.properties.stp.type,parentSchema:schema94.properties.stp,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.forwardDelay !== undefined){
let data3 = data.forwardDelay;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema94.properties.forwardDelay.type,parentSchema:schema94.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 30 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/maximum",keyword:"maximum",params:{comparison: "<=", limit: 30},message:"must be <= 30",schema:30,parentSchema:schema94.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema94.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.helloTime !== undefined){
let data4 = data.helloTime;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema94.properties.helloTime.type,parentSchema:schema94.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10",schema:10,parentSchema:schema94.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema94.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.maxAge !== undefined){
let data5 = data.maxAge;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema94.properties.maxAge.type,parentSchema:schema94.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 40 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/maximum",keyword:"maximum",params:{comparison: "<=", limit: 40},message:"must be <= 40",schema:40,parentSchema:schema94.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 6 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/minimum",keyword:"minimum",params:{comparison: ">=", limit: 6},message:"must be >= 6",schema:6,parentSchema:schema94.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.addresses !== undefined){
let data6 = data.addresses;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err16 = {instancePath:instancePath+"/addresses/" + i2,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema68.items,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/addresses/" + i2,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema68.items.type,parentSchema:schema68.items,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i3 = data6.length;
let j1;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data6[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err18 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema68,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err19 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema68.type,parentSchema:schema68,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.alias !== undefined){
let data8 = data.alias;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err20 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema69.type,parentSchema:schema69,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 99 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema69,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err22 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema69,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data9 = data.gateway;
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
const err23 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema70,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema70.type,parentSchema:schema70,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data10 = data.dhcp;
if(typeof data10 !== "boolean"){
const err25 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema71.type,parentSchema:schema71,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.mtu !== undefined){
let data11 = data.mtu;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err26 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema72.type,parentSchema:schema72,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 65535 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema72,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11 < 68 || isNaN(data11)){
const err28 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema72,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.comment !== undefined){
let data12 = data.comment;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err29 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema73,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema73.type,parentSchema:schema73,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema94.type,parentSchema:schema94,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}


function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "interfaces") || (key0 === "bonds")) || (key0 === "vlans")) || (key0 === "bridges"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.interfaces !== undefined){
let data0 = data.interfaces;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(validate36(data0[key1], {instancePath:instancePath+"/interfaces/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data0,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/interfaces",schemaPath:"#/properties/interfaces/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema65.properties.interfaces.type,parentSchema:schema65.properties.interfaces,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.bonds !== undefined){
let data2 = data.bonds;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
if(!(validate38(data2[key2], {instancePath:instancePath+"/bonds/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/bonds",schemaPath:"#/properties/bonds/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema65.properties.bonds.type,parentSchema:schema65.properties.bonds,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vlans !== undefined){
let data4 = data.vlans;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key3 in data4){
if(!(validate40(data4[key3], {instancePath:instancePath+"/vlans/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/vlans",schemaPath:"#/properties/vlans/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema65.properties.vlans.type,parentSchema:schema65.properties.vlans,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.bridges !== undefined){
let data6 = data.bridges;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key4 in data6){
if(!(validate42(data6[key4], {instancePath:instancePath+"/bridges/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/bridges",schemaPath:"#/properties/bridges/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema65.properties.bridges.type,parentSchema:schema65.properties.bridges,data:data6};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema65.type,parentSchema:schema65,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}


function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema59.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ssh !== undefined){
if(!(validate33(data.ssh, {instancePath:instancePath+"/ssh",parentData:data,parentDataProperty:"ssh",rootData}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
if(data.platform !== undefined){
let data1 = data.platform;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "backend") || (key1 === "release")) || (key1 === "xend"))){
const err1 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema64,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.backend !== undefined){
let data2 = data1.backend;
if(!((data2 === "ifcfg") || (data2 === "ifupdown"))){
const err2 = {instancePath:instancePath+"/platform/backend",schemaPath:"#/definitions/platform/properties/backend/enum",keyword:"enum",params:{allowedValues: schema64.properties.backend.enum},message:"must be equal to one of the allowed values",schema:schema64.properties.backend.enum,parentSchema:schema64.properties.backend,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.release !== undefined){
let data3 = data1.release;
if(!((((((((((((((((data3 === "el5") || (data3 === "el6")) || (data3 === "el7")) || (data3 === "debian7")) || (data3 === "debian8")) || (data3 === "debian9")) || (data3 === "debian10")) || (data3 === "debian11")) || (data3 === "debian12")) || (data3 === "debian13")) || (data3 === "ubuntu14.04")) || (data3 === "ubuntu16.04")) || (data3 === "ubuntu18.04")) || (data3 === "ubuntu20.04")) || (data3 === "ubuntu22.04")) || (data3 === "ubuntu24.04"))){
const err3 = {instancePath:instancePath+"/platform/release",schemaPath:"#/definitions/platform/properties/release/enum",keyword:"enum",params:{allowedValues: schema64.properties.release.enum},message:"must be equal to one of the allowed values",schema:schema64.properties.release.enum,parentSchema:schema64.properties.release,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.xend !== undefined){
let data4 = data1.xend;
if(typeof data4 !== "boolean"){
const err4 = {instancePath:instancePath+"/platform/xend",schemaPath:"#/definitions/platform/properties/xend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema64.properties.xend.type,parentSchema:schema64.properties.xend,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema64.type,parentSchema:schema64,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.playbook !== undefined){
let data5 = data.playbook;
if(typeof data5 === "string"){
if(func4(data5) < 1){
const err6 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema59.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.playbook.type,parentSchema:schema59.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.network !== undefined){
if(!(validate35(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data7 = data.group;
if(typeof data7 === "string"){
if(func4(data7) < 1){
const err8 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema59.properties.group,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.group.type,parentSchema:schema59.properties.group,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.acknowledge !== undefined){
let data8 = data.acknowledge;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(!((((data9 === "bmc") || (data9 === "network-storage")) || (data9 === "controller-host")) || (data9 === "reboot"))){
const err10 = {instancePath:instancePath+"/acknowledge/" + i0,schemaPath:"#/properties/acknowledge/items/enum",keyword:"enum",params:{allowedValues: schema59.properties.acknowledge.items.enum},message:"must be equal to one of the allowed values",schema:schema59.properties.acknowledge.items.enum,parentSchema:schema59.properties.acknowledge.items,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i1 = data8.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data8[i1], data8[j0])){
const err11 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema59.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema59.properties.acknowledge.type,parentSchema:schema59.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.vars !== undefined){
let data10 = data.vars;
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
const err13 = {instancePath:instancePath+"/vars",schemaPath:"#/properties/vars/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.vars.type,parentSchema:schema59.properties.vars,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.root !== undefined){
let data11 = data.root;
if(typeof data11 === "string"){
if(!pattern26.test(data11)){
const err14 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/pattern",keyword:"pattern",params:{pattern: "^(/[A-Za-z0-9._+-]+)*$"},message:"must match pattern \""+"^(/[A-Za-z0-9._+-]+)*$"+"\"",schema:"^(/[A-Za-z0-9._+-]+)*$",parentSchema:schema59.properties.root,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema59.properties.root.type,parentSchema:schema59.properties.root,data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.timeouts !== undefined){
let data12 = data.timeouts;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(!(((key2 === "cutOver") || (key2 === "confirm")) || (key2 === "boot"))){
const err16 = {instancePath:instancePath+"/timeouts",schemaPath:"#/properties/timeouts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema59.properties.timeouts,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data12.cutOver !== undefined){
let data13 = data12.cutOver;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err17 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/properties/timeouts/properties/cutOver/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.timeouts.properties.cutOver.type,parentSchema:schema59.properties.timeouts.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err18 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/properties/timeouts/properties/cutOver/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema59.properties.timeouts.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data12.confirm !== undefined){
let data14 = data12.confirm;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err19 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/properties/timeouts/properties/confirm/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.timeouts.properties.confirm.type,parentSchema:schema59.properties.timeouts.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err20 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/properties/timeouts/properties/confirm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema59.properties.timeouts.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data12.boot !== undefined){
let data15 = data12.boot;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err21 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/properties/timeouts/properties/boot/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema59.properties.timeouts.properties.boot.type,parentSchema:schema59.properties.timeouts.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err22 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/properties/timeouts/properties/boot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema59.properties.timeouts.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/timeouts",schemaPath:"#/properties/timeouts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.properties.timeouts.type,parentSchema:schema59.properties.timeouts,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema59.type,parentSchema:schema59,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="part" */;
let vErrors = null;
let errors = 0;
if(!(validate32(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
validate31.errors = vErrors;
return errors === 0;
}

exports.settings = validate46;
const schema102 = {"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/settings","definitions":{"secret":{"title":"SecretReference","description":"Where a secret is, never the secret itself.","oneOf":[{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"description":"The controller's environment variable that holds it.","examples":["SUDO_PASSWORD"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}}},{"type":"object","additionalProperties":false,"required":["prompt"],"properties":{"prompt":{"description":"Asked once for the whole run.","const":true}}}]},"ssh":{"title":"SshSettings","description":"How to reach the host.","type":"object","additionalProperties":false,"properties":{"host":{"description":"Name or address. Default: the host's name in the inventory.","type":"string","minLength":1},"hostAfter":{"description":"Where the host answers after the change. Default: `host`, or the new address where the plan moves the session's own.","type":"string","minLength":1},"port":{"description":"Default: 22.","type":"integer","minimum":1,"maximum":65535},"user":{"description":"Default: root.","type":"string","minLength":1},"identityFile":{"description":"A private key. `~` is the operator's home, a relative path starts at the inventory's folder. Default: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa.","type":"string","minLength":1},"identityAgent":{"description":"The agent's socket, or `none`. Default: SSH_AUTH_SOCK.","type":"string","minLength":1},"passphrase":{"$ref":"#/definitions/secret"},"password":{"$ref":"#/definitions/secret"},"knownHosts":{"description":"Default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.","type":"string","minLength":1},"hostKeyAlias":{"description":"The name to look for in known_hosts. Default: `host`.","type":"string","minLength":1},"connectTimeout":{"description":"Seconds until a connection must stand. Default: 10.","type":"number","exclusiveMinimum":0},"keepalive":{"description":"Seconds between keepalives; three unanswered end the connection. Default: 5.","type":"number","exclusiveMinimum":0},"become":{"description":"Become root by sudo. Default: false.","type":"boolean"},"becomePassword":{"$ref":"#/definitions/secret"}}},"platform":{"title":"PlatformDeclaration","description":"What the host is known to be. It is detected from the host; a declaration that does not fit is an error before anything is planned.","type":"object","additionalProperties":false,"properties":{"backend":{"description":"How the platform stores its network.","enum":["ifcfg","ifupdown"]},"release":{"description":"el5 to el7: RHEL, CentOS, Oracle Linux or Oracle VM Server of this major release. debian7 to debian13, ubuntu14.04 to ubuntu24.04: with ifupdown.","enum":["el5","el6","el7","debian7","debian8","debian9","debian10","debian11","debian12","debian13","ubuntu14.04","ubuntu16.04","ubuntu18.04","ubuntu20.04","ubuntu22.04","ubuntu24.04"]},"xend":{"description":"The host is a Xen dom0 whose xend may run network scripts of its own.","type":"boolean"}}},"settings":{"title":"HostSettings","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"description":"The playbook's name in playbooks/, or a path.","type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"description":"Redundancy group: its hosts never change at the same time.","type":"string","minLength":1},"acknowledge":{"description":"Dangers that were looked at: bmc (the NIC is shared with the management controller), network-storage, controller-host, reboot (a rollback that nothing else brings about may restart the host).","type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"description":"Values of your own, for your playbook's steps.","type":"object"},"root":{"description":"Prefix of every path on the host, for images and simulated hosts. Default: empty.","examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"title":"Timeouts","description":"How long the host waits before it goes back by itself.","type":"object","additionalProperties":false,"properties":{"cutOver":{"description":"T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.","type":"integer","minimum":1},"confirm":{"description":"T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.","type":"integer","minimum":1},"boot":{"description":"Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.","type":"integer","minimum":1}}}}},"group":{"title":"Group","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"type":"string","minLength":1},"acknowledge":{"type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"type":"object"},"root":{"examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"$ref":"#/definitions/settings/properties/timeouts"},"hosts":{"description":"The group's hosts, by name, each with settings of its own.","type":"object","additionalProperties":{"$ref":"#/definitions/settings"}},"children":{"description":"Groups inside this one: they inherit its settings.","type":"object","additionalProperties":{"$ref":"#/definitions/group"}}}},"network":{"title":"NetworkDocument","description":"The network that a host should have. Maps merge from defaults through groups to the host; lists replace.","type":"object","additionalProperties":false,"properties":{"interfaces":{"description":"Physical NICs, by the name that the host gives them.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/interface"}},"bonds":{"description":"By name. Example: bond0","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bond"}},"vlans":{"description":"802.1Q devices. `bond0.50` is VLAN 50 on bond0; any other name needs `parent` and `id`.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/vlan"}},"bridges":{"description":"By name. Example: vlan100","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bridge"}}},"definitions":{"name":{"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15},"mac":{"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"addresses":{"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true},"gateway":{"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"},"alias":{"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99},"dhcp":{"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"},"arp":{"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"},"mtu":{"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535},"comment":{"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"},"interface":{"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}},"bond":{"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"required":["slaves"],"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"vlan":{"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"bridge":{"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}}}}},"$id":"settings"};
const schema103 = {"title":"HostSettings","type":"object","additionalProperties":false,"properties":{"ssh":{"$ref":"#/definitions/ssh"},"platform":{"$ref":"#/definitions/platform"},"playbook":{"description":"The playbook's name in playbooks/, or a path.","type":"string","minLength":1},"network":{"$ref":"#/definitions/network"},"group":{"description":"Redundancy group: its hosts never change at the same time.","type":"string","minLength":1},"acknowledge":{"description":"Dangers that were looked at: bmc (the NIC is shared with the management controller), network-storage, controller-host, reboot (a rollback that nothing else brings about may restart the host).","type":"array","items":{"enum":["bmc","network-storage","controller-host","reboot"]},"uniqueItems":true},"vars":{"description":"Values of your own, for your playbook's steps.","type":"object"},"root":{"description":"Prefix of every path on the host, for images and simulated hosts. Default: empty.","examples":["/images/el5"],"type":"string","pattern":"^(/[A-Za-z0-9._+-]+)*$"},"timeouts":{"title":"Timeouts","description":"How long the host waits before it goes back by itself.","type":"object","additionalProperties":false,"properties":{"cutOver":{"description":"T1: seconds in which the cut-over has to end. Default: 120, or more where many devices, addresses, DHCP or STP take longer.","type":"integer","minimum":1},"confirm":{"description":"T2: seconds from the end of the cut-over in which the confirm must come. Default: computed from bond mode, LACP rate, STP and delays.","type":"integer","minimum":1},"boot":{"description":"Seconds that a restart of the host may take each way: to go down, before it is forced; and in the new boot, until the confirm must come. For --reboot and acknowledge: [reboot]. Default: 600, or more where the network settles slowly.","type":"integer","minimum":1}}}}};
const schema108 = {"title":"PlatformDeclaration","description":"What the host is known to be. It is detected from the host; a declaration that does not fit is an error before anything is planned.","type":"object","additionalProperties":false,"properties":{"backend":{"description":"How the platform stores its network.","enum":["ifcfg","ifupdown"]},"release":{"description":"el5 to el7: RHEL, CentOS, Oracle Linux or Oracle VM Server of this major release. debian7 to debian13, ubuntu14.04 to ubuntu24.04: with ifupdown.","enum":["el5","el6","el7","debian7","debian8","debian9","debian10","debian11","debian12","debian13","ubuntu14.04","ubuntu16.04","ubuntu18.04","ubuntu20.04","ubuntu22.04","ubuntu24.04"]},"xend":{"description":"The host is a Xen dom0 whose xend may run network scripts of its own.","type":"boolean"}}};
const schema104 = {"title":"SshSettings","description":"How to reach the host.","type":"object","additionalProperties":false,"properties":{"host":{"description":"Name or address. Default: the host's name in the inventory.","type":"string","minLength":1},"hostAfter":{"description":"Where the host answers after the change. Default: `host`, or the new address where the plan moves the session's own.","type":"string","minLength":1},"port":{"description":"Default: 22.","type":"integer","minimum":1,"maximum":65535},"user":{"description":"Default: root.","type":"string","minLength":1},"identityFile":{"description":"A private key. `~` is the operator's home, a relative path starts at the inventory's folder. Default: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa.","type":"string","minLength":1},"identityAgent":{"description":"The agent's socket, or `none`. Default: SSH_AUTH_SOCK.","type":"string","minLength":1},"passphrase":{"$ref":"#/definitions/secret"},"password":{"$ref":"#/definitions/secret"},"knownHosts":{"description":"Default: ~/.ssh/known_hosts and /etc/ssh/ssh_known_hosts.","type":"string","minLength":1},"hostKeyAlias":{"description":"The name to look for in known_hosts. Default: `host`.","type":"string","minLength":1},"connectTimeout":{"description":"Seconds until a connection must stand. Default: 10.","type":"number","exclusiveMinimum":0},"keepalive":{"description":"Seconds between keepalives; three unanswered end the connection. Default: 5.","type":"number","exclusiveMinimum":0},"become":{"description":"Become root by sudo. Default: false.","type":"boolean"},"becomePassword":{"$ref":"#/definitions/secret"}}};
const schema105 = {"title":"SecretReference","description":"Where a secret is, never the secret itself.","oneOf":[{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"description":"The controller's environment variable that holds it.","examples":["SUDO_PASSWORD"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}}},{"type":"object","additionalProperties":false,"required":["prompt"],"properties":{"prompt":{"description":"Asked once for the whole run.","const":true}}}]};

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema104.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.host !== undefined){
let data0 = data.host;
if(typeof data0 === "string"){
if(func4(data0) < 1){
const err1 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.host,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/host",schemaPath:"#/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.host.type,parentSchema:schema104.properties.host,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.hostAfter !== undefined){
let data1 = data.hostAfter;
if(typeof data1 === "string"){
if(func4(data1) < 1){
const err3 = {instancePath:instancePath+"/hostAfter",schemaPath:"#/properties/hostAfter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.hostAfter,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/hostAfter",schemaPath:"#/properties/hostAfter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.hostAfter.type,parentSchema:schema104.properties.hostAfter,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.port !== undefined){
let data2 = data.port;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err5 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema104.properties.port.type,parentSchema:schema104.properties.port,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
const err6 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema104.properties.port,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err7 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema104.properties.port,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.user !== undefined){
let data3 = data.user;
if(typeof data3 === "string"){
if(func4(data3) < 1){
const err8 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.user,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.user.type,parentSchema:schema104.properties.user,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.identityFile !== undefined){
let data4 = data.identityFile;
if(typeof data4 === "string"){
if(func4(data4) < 1){
const err10 = {instancePath:instancePath+"/identityFile",schemaPath:"#/properties/identityFile/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.identityFile,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/identityFile",schemaPath:"#/properties/identityFile/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.identityFile.type,parentSchema:schema104.properties.identityFile,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.identityAgent !== undefined){
let data5 = data.identityAgent;
if(typeof data5 === "string"){
if(func4(data5) < 1){
const err12 = {instancePath:instancePath+"/identityAgent",schemaPath:"#/properties/identityAgent/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.identityAgent,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/identityAgent",schemaPath:"#/properties/identityAgent/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.identityAgent.type,parentSchema:schema104.properties.identityAgent,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.passphrase !== undefined){
let data6 = data.passphrase;
const _errs16 = errors;
let valid2 = false;
let passing0 = null;
const _errs17 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.env === undefined){
const err14 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema105.oneOf[0].required,parentSchema:schema105.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data6){
if(!(key1 === "env")){
const err15 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema105.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data6.env !== undefined){
let data7 = data6.env;
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err16 = {instancePath:instancePath+"/passphrase/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema105.oneOf[0].properties.env,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/passphrase/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema105.oneOf[0].properties.env.type,parentSchema:schema105.oneOf[0].properties.env,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.oneOf[0].type,parentSchema:schema105.oneOf[0],data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid0 = _errs17 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs22 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.prompt === undefined){
const err19 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema105.oneOf[1].required,parentSchema:schema105.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data6){
if(!(key2 === "prompt")){
const err20 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema105.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.prompt !== undefined){
let data8 = data6.prompt;
if(true !== data8){
const err21 = {instancePath:instancePath+"/passphrase/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema105.oneOf[1].properties.prompt,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.oneOf[1].type,parentSchema:schema105.oneOf[1],data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid0 = _errs22 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err23 = {instancePath:instancePath+"/passphrase",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema105.oneOf,parentSchema:schema105,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.password !== undefined){
let data9 = data.password;
const _errs28 = errors;
let valid6 = false;
let passing1 = null;
const _errs29 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.env === undefined){
const err24 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema105.oneOf[0].required,parentSchema:schema105.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key3 in data9){
if(!(key3 === "env")){
const err25 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema105.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.env !== undefined){
let data10 = data9.env;
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err26 = {instancePath:instancePath+"/password/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema105.oneOf[0].properties.env,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/password/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema105.oneOf[0].properties.env.type,parentSchema:schema105.oneOf[0].properties.env,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.oneOf[0].type,parentSchema:schema105.oneOf[0],data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid1 = _errs29 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs34 = errors;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.prompt === undefined){
const err29 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema105.oneOf[1].required,parentSchema:schema105.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
for(const key4 in data9){
if(!(key4 === "prompt")){
const err30 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema105.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.prompt !== undefined){
let data11 = data9.prompt;
if(true !== data11){
const err31 = {instancePath:instancePath+"/password/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema105.oneOf[1].properties.prompt,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.oneOf[1].type,parentSchema:schema105.oneOf[1],data:data9};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid1 = _errs34 === errors;
if(_valid1 && valid6){
valid6 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid6 = true;
passing1 = 1;
}
}
if(!valid6){
const err33 = {instancePath:instancePath+"/password",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema105.oneOf,parentSchema:schema105,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
}
if(data.knownHosts !== undefined){
let data12 = data.knownHosts;
if(typeof data12 === "string"){
if(func4(data12) < 1){
const err34 = {instancePath:instancePath+"/knownHosts",schemaPath:"#/properties/knownHosts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.knownHosts,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/knownHosts",schemaPath:"#/properties/knownHosts/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.knownHosts.type,parentSchema:schema104.properties.knownHosts,data:data12};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.hostKeyAlias !== undefined){
let data13 = data.hostKeyAlias;
if(typeof data13 === "string"){
if(func4(data13) < 1){
const err36 = {instancePath:instancePath+"/hostKeyAlias",schemaPath:"#/properties/hostKeyAlias/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema104.properties.hostKeyAlias,data:data13};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/hostKeyAlias",schemaPath:"#/properties/hostKeyAlias/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema104.properties.hostKeyAlias.type,parentSchema:schema104.properties.hostKeyAlias,data:data13};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.connectTimeout !== undefined){
let data14 = data.connectTimeout;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 <= 0 || isNaN(data14)){
const err38 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema104.properties.connectTimeout,data:data14};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/connectTimeout",schemaPath:"#/properties/connectTimeout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema104.properties.connectTimeout.type,parentSchema:schema104.properties.connectTimeout,data:data14};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.keepalive !== undefined){
let data15 = data.keepalive;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 <= 0 || isNaN(data15)){
const err40 = {instancePath:instancePath+"/keepalive",schemaPath:"#/properties/keepalive/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema104.properties.keepalive,data:data15};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/keepalive",schemaPath:"#/properties/keepalive/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema104.properties.keepalive.type,parentSchema:schema104.properties.keepalive,data:data15};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.become !== undefined){
let data16 = data.become;
if(typeof data16 !== "boolean"){
const err42 = {instancePath:instancePath+"/become",schemaPath:"#/properties/become/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema104.properties.become.type,parentSchema:schema104.properties.become,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.becomePassword !== undefined){
let data17 = data.becomePassword;
const _errs50 = errors;
let valid10 = false;
let passing2 = null;
const _errs51 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.env === undefined){
const err43 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'",schema:schema105.oneOf[0].required,parentSchema:schema105.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key5 in data17){
if(!(key5 === "env")){
const err44 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema105.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17.env !== undefined){
let data18 = data17.env;
if(typeof data18 === "string"){
if(!pattern0.test(data18)){
const err45 = {instancePath:instancePath+"/becomePassword/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema105.oneOf[0].properties.env,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/becomePassword/env",schemaPath:"#/definitions/secret/oneOf/0/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema105.oneOf[0].properties.env.type,parentSchema:schema105.oneOf[0].properties.env,data:data18};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.oneOf[0].type,parentSchema:schema105.oneOf[0],data:data17};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var _valid2 = _errs51 === errors;
if(_valid2){
valid10 = true;
passing2 = 0;
}
const _errs56 = errors;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.prompt === undefined){
const err48 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/required",keyword:"required",params:{missingProperty: "prompt"},message:"must have required property '"+"prompt"+"'",schema:schema105.oneOf[1].required,parentSchema:schema105.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key6 in data17){
if(!(key6 === "prompt")){
const err49 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema105.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data17.prompt !== undefined){
let data19 = data17.prompt;
if(true !== data19){
const err50 = {instancePath:instancePath+"/becomePassword/prompt",schemaPath:"#/definitions/secret/oneOf/1/properties/prompt/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema105.oneOf[1].properties.prompt,data:data19};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.oneOf[1].type,parentSchema:schema105.oneOf[1],data:data17};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var _valid2 = _errs56 === errors;
if(_valid2 && valid10){
valid10 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid10 = true;
passing2 = 1;
}
}
if(!valid10){
const err52 = {instancePath:instancePath+"/becomePassword",schemaPath:"#/definitions/secret/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf",schema:schema105.oneOf,parentSchema:schema105,data:data17};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
else {
errors = _errs50;
if(vErrors !== null){
if(_errs50){
vErrors.length = _errs50;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema104.type,parentSchema:schema104,data};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}

const schema109 = {"title":"NetworkDocument","description":"The network that a host should have. Maps merge from defaults through groups to the host; lists replace.","type":"object","additionalProperties":false,"properties":{"interfaces":{"description":"Physical NICs, by the name that the host gives them.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/interface"}},"bonds":{"description":"By name. Example: bond0","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bond"}},"vlans":{"description":"802.1Q devices. `bond0.50` is VLAN 50 on bond0; any other name needs `parent` and `id`.","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/vlan"}},"bridges":{"description":"By name. Example: vlan100","type":"object","additionalProperties":{"$ref":"#/definitions/network/definitions/bridge"}}},"definitions":{"name":{"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15},"mac":{"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"addresses":{"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true},"gateway":{"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"},"alias":{"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99},"dhcp":{"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"},"arp":{"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"},"mtu":{"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535},"comment":{"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"},"interface":{"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}},"bond":{"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"required":["slaves"],"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"vlan":{"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}},"bridge":{"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}}}};
const schema110 = {"title":"Interface","type":"object","additionalProperties":false,"properties":{"mac":{"$ref":"#/definitions/network/definitions/mac"},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"peer":{"description":"The other end of a pair of Xen's loopback devices on el5, which stands under interfaces as well: veth0 has vif0.0, which becomes the port of a bridge. `mac` is then the address that the device is given.","type":"string","pattern":"^vif0\\.[0-9]{1,2}$","examples":["vif0.0"]},"ethtool":{"description":"Options for ethtool -s. Example: autoneg off speed 1000 duplex full","examples":["autoneg off speed 1000 duplex full"],"type":"string","pattern":"^[A-Za-z0-9 _./:;-]*$"},"switch":{"title":"SwitchPort","description":"The switch port that the NIC's cable ends in, for `fleetnet render switch`. It goes before what a bond says of its ports.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch. Default: that of the bond's `switch`.","examples":["sw1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"port":{"description":"As the switch calls it.","examples":["Gi1/0/1"],"type":"string","pattern":"^[!-~]( ?[!-~])*$"},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag. Of a bond's slaves it stands at the bond.","type":"integer","minimum":1,"maximum":4094}}}}};
const schema111 = {"description":"A unicast MAC address, colon separated.","examples":["00:14:5E:C0:FF:EE"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"};
const schema112 = {"description":"Addresses with prefix length. Example: [10.1.1.101/24]","type":"array","items":{"type":"string","pattern":"^[0-9A-Fa-f.:]+/[0-9]{1,3}$","examples":["10.1.1.101/24"]},"uniqueItems":true};
const schema113 = {"description":"Number of the alias interface that carries the first IPv4 address, further ones follow: 1 puts it on vlan100:1 and none on vlan100 itself. The network scripts of RHEL and its kin alone. Default: the first address is the device's own, which is what we recommend.","type":"integer","minimum":0,"maximum":99};
const schema114 = {"description":"The default gateway that is reached over this device.","examples":["10.1.1.1"],"type":"string","pattern":"^[0-9A-Fa-f.:]+$"};
const schema115 = {"description":"Ask a DHCP server for the address. Default: false.","type":"boolean"};
const schema116 = {"description":"Bytes. Default: left as it is (1500).","type":"integer","minimum":68,"maximum":65535};
const schema117 = {"description":"One line of text, kept as a comment in the device's file.","type":"string","pattern":"^[^\\u0000-\\u001f\\u007f]*$"};
const schema118 = {"description":"Whether the device takes part in ARP; false on RHEL and its kin alone. Slaves and ports never do, so that it is not needed there. Default: true.","type":"boolean"};

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema110.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.mac !== undefined){
let data0 = data.mac;
if(typeof data0 === "string"){
if(!pattern3.test(data0)){
const err1 = {instancePath:instancePath+"/mac",schemaPath:"#/definitions/network/definitions/mac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"+"\"",schema:"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$",parentSchema:schema111,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/mac",schemaPath:"#/definitions/network/definitions/mac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema111.type,parentSchema:schema111,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.addresses !== undefined){
let data1 = data.addresses;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err3 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema112.items,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.items.type,parentSchema:schema112.items,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err5 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema112,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err6 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema112.type,parentSchema:schema112,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.alias !== undefined){
let data3 = data.alias;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema113.type,parentSchema:schema113,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 99 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema113,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema113,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data4 = data.gateway;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
const err10 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema114,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data5 = data.dhcp;
if(typeof data5 !== "boolean"){
const err12 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema115.type,parentSchema:schema115,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.mtu !== undefined){
let data6 = data.mtu;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err13 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema116.type,parentSchema:schema116,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 65535 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema116,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 < 68 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema116,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.comment !== undefined){
let data7 = data.comment;
if(typeof data7 === "string"){
if(!pattern6.test(data7)){
const err16 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema117,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema117.type,parentSchema:schema117,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.arp !== undefined){
let data8 = data.arp;
if(typeof data8 !== "boolean"){
const err18 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema118.type,parentSchema:schema118,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.peer !== undefined){
let data9 = data.peer;
if(typeof data9 === "string"){
if(!pattern7.test(data9)){
const err19 = {instancePath:instancePath+"/peer",schemaPath:"#/properties/peer/pattern",keyword:"pattern",params:{pattern: "^vif0\\.[0-9]{1,2}$"},message:"must match pattern \""+"^vif0\\.[0-9]{1,2}$"+"\"",schema:"^vif0\\.[0-9]{1,2}$",parentSchema:schema110.properties.peer,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/peer",schemaPath:"#/properties/peer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.peer.type,parentSchema:schema110.properties.peer,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.ethtool !== undefined){
let data10 = data.ethtool;
if(typeof data10 === "string"){
if(!pattern8.test(data10)){
const err21 = {instancePath:instancePath+"/ethtool",schemaPath:"#/properties/ethtool/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 _./:;-]*$"},message:"must match pattern \""+"^[A-Za-z0-9 _./:;-]*$"+"\"",schema:"^[A-Za-z0-9 _./:;-]*$",parentSchema:schema110.properties.ethtool,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/ethtool",schemaPath:"#/properties/ethtool/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.ethtool.type,parentSchema:schema110.properties.ethtool,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.switch !== undefined){
let data11 = data.switch;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 in data11){
if(!(((key1 === "name") || (key1 === "port")) || (key1 === "nativeVlan"))){
const err23 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema110.properties.switch,data:data11};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 === "string"){
if(!pattern9.test(data12)){
const err24 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/pattern",keyword:"pattern",params:{pattern: "^[!-~]( ?[!-~])*$"},message:"must match pattern \""+"^[!-~]( ?[!-~])*$"+"\"",schema:"^[!-~]( ?[!-~])*$",parentSchema:schema110.properties.switch.properties.name,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.switch.properties.name.type,parentSchema:schema110.properties.switch.properties.name,data:data12};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.port !== undefined){
let data13 = data11.port;
if(typeof data13 === "string"){
if(!pattern9.test(data13)){
const err26 = {instancePath:instancePath+"/switch/port",schemaPath:"#/properties/switch/properties/port/pattern",keyword:"pattern",params:{pattern: "^[!-~]( ?[!-~])*$"},message:"must match pattern \""+"^[!-~]( ?[!-~])*$"+"\"",schema:"^[!-~]( ?[!-~])*$",parentSchema:schema110.properties.switch.properties.port,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/switch/port",schemaPath:"#/properties/switch/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema110.properties.switch.properties.port.type,parentSchema:schema110.properties.switch.properties.port,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.nativeVlan !== undefined){
let data14 = data11.nativeVlan;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err28 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema110.properties.switch.properties.nativeVlan.type,parentSchema:schema110.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4094 || isNaN(data14)){
const err29 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema110.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err30 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema110.properties.switch.properties.nativeVlan,data:data14};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
}
else {
const err31 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema110.properties.switch.type,parentSchema:schema110.properties.switch,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema110.type,parentSchema:schema110,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}

const schema119 = {"title":"Bond","description":"A bond (Linux bonding driver, Documentation/networking/bonding.rst).","type":"object","additionalProperties":false,"required":["slaves"],"properties":{"slaves":{"description":"Its NICs, which stand under interfaces. A bond must have some, from its own place or from a group's.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"minItems":1,"uniqueItems":true},"mode":{"description":"Default: active-backup, the only mode that needs nothing of the switch.","enum":["balance-rr","active-backup","balance-xor","broadcast","802.3ad","balance-tlb","balance-alb"]},"miimon":{"description":"Milliseconds between looks at the link. Default: 100, unless arpInterval is set.","type":"integer","minimum":0},"updelay":{"description":"Milliseconds before a returned link is used, a multiple of miimon.","type":"integer","minimum":0},"downdelay":{"description":"Milliseconds before a lost link is given up, a multiple of miimon.","type":"integer","minimum":0},"lacpRate":{"description":"802.3ad only. Default: the driver's, slow.","enum":["slow","fast"]},"xmitHashPolicy":{"description":"What decides which slave a packet leaves by: 802.3ad, balance-xor, balance-tlb. Default: the driver's, layer2.","enum":["layer2","layer2+3","layer3+4","encap2+3","encap3+4"]},"primary":{"$ref":"#/definitions/network/definitions/name"},"arpInterval":{"description":"Milliseconds. Excludes miimon.","type":"integer","minimum":1},"arpIpTarget":{"description":"Addresses that are asked by ARP, with arpInterval.","type":"array","items":{"type":"string"},"minItems":1,"maxItems":16},"options":{"description":"Further options of the bonding driver, by its own names.","type":"object","additionalProperties":{"type":["string","integer"],"pattern":"^[A-Za-z0-9_.,:+-]+$","examples":["active"]}},"switch":{"title":"SwitchFacts","description":"What the switch side is known to be. 802.3ad, balance-rr, balance-xor and broadcast need the switch to take part.","type":"object","additionalProperties":false,"properties":{"name":{"description":"The switch.","type":"string"},"portChannel":{"description":"The aggregate of the ports; the number in it counts. Example: po1","type":"string"},"ports":{"description":"One for each slave, in the order of `slaves`, unless a NIC names its own. Example: [Gi1/1, Gi1/2]","type":"array","items":{"type":"string"}},"lacp":{"description":"The ports are in an LACP aggregate.","type":"boolean"},"vlans":{"description":"VLANs that the switch allows on these ports.","type":"array","items":{"type":"integer","minimum":1,"maximum":4094}},"nativeVlan":{"description":"VLAN that the switch gives to frames without a tag.","type":"integer","minimum":1,"maximum":4094},"systemMac":{"description":"The switch's LACP system address: verify compares the partner that the host sees with it. Cisco IOS tells it by `show lacp sys-id`. Example: 00:1B:54:C2:0A:00","examples":["00:1B:54:C2:0A:00"],"type":"string","pattern":"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},"lacpKey":{"description":"The aggregate's LACP key on the switch: verify compares the partner key that the host sees with it.","type":"integer","minimum":0,"maximum":65535}}},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};
const schema120 = {"description":"A device name: the kernel takes 15 bytes, without '/' and white space (linux/if.h IFNAMSIZ, net/core/dev.c dev_valid_name).","examples":["eth0"],"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]*$","maxLength":15};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.slaves === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "slaves"},message:"must have required property '"+"slaves"+"'",schema:schema119.required,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema119.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.slaves !== undefined){
let data0 = data.slaves;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema119.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func4(data1) > 15){
const err3 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema120,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern11.test(data1)){
const err4 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema120,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/slaves/" + i0,schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema120.type,parentSchema:schema120,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err6 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema119.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/slaves",schemaPath:"#/properties/slaves/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema119.properties.slaves.type,parentSchema:schema119.properties.slaves,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.mode !== undefined){
let data2 = data.mode;
if(!(((((((data2 === "balance-rr") || (data2 === "active-backup")) || (data2 === "balance-xor")) || (data2 === "broadcast")) || (data2 === "802.3ad")) || (data2 === "balance-tlb")) || (data2 === "balance-alb"))){
const err8 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema119.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema119.properties.mode.enum,parentSchema:schema119.properties.mode,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.miimon !== undefined){
let data3 = data.miimon;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err9 = {instancePath:instancePath+"/miimon",schemaPath:"#/properties/miimon/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema119.properties.miimon.type,parentSchema:schema119.properties.miimon,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/miimon",schemaPath:"#/properties/miimon/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema119.properties.miimon,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.updelay !== undefined){
let data4 = data.updelay;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/updelay",schemaPath:"#/properties/updelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema119.properties.updelay.type,parentSchema:schema119.properties.updelay,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/updelay",schemaPath:"#/properties/updelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema119.properties.updelay,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.downdelay !== undefined){
let data5 = data.downdelay;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/downdelay",schemaPath:"#/properties/downdelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema119.properties.downdelay.type,parentSchema:schema119.properties.downdelay,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/downdelay",schemaPath:"#/properties/downdelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema119.properties.downdelay,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.lacpRate !== undefined){
let data6 = data.lacpRate;
if(!((data6 === "slow") || (data6 === "fast"))){
const err15 = {instancePath:instancePath+"/lacpRate",schemaPath:"#/properties/lacpRate/enum",keyword:"enum",params:{allowedValues: schema119.properties.lacpRate.enum},message:"must be equal to one of the allowed values",schema:schema119.properties.lacpRate.enum,parentSchema:schema119.properties.lacpRate,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.xmitHashPolicy !== undefined){
let data7 = data.xmitHashPolicy;
if(!(((((data7 === "layer2") || (data7 === "layer2+3")) || (data7 === "layer3+4")) || (data7 === "encap2+3")) || (data7 === "encap3+4"))){
const err16 = {instancePath:instancePath+"/xmitHashPolicy",schemaPath:"#/properties/xmitHashPolicy/enum",keyword:"enum",params:{allowedValues: schema119.properties.xmitHashPolicy.enum},message:"must be equal to one of the allowed values",schema:schema119.properties.xmitHashPolicy.enum,parentSchema:schema119.properties.xmitHashPolicy,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.primary !== undefined){
let data8 = data.primary;
if(typeof data8 === "string"){
if(func4(data8) > 15){
const err17 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema120,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern11.test(data8)){
const err18 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema120,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/primary",schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema120.type,parentSchema:schema120,data:data8};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.arpInterval !== undefined){
let data9 = data.arpInterval;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err20 = {instancePath:instancePath+"/arpInterval",schemaPath:"#/properties/arpInterval/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema119.properties.arpInterval.type,parentSchema:schema119.properties.arpInterval,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err21 = {instancePath:instancePath+"/arpInterval",schemaPath:"#/properties/arpInterval/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema119.properties.arpInterval,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.arpIpTarget !== undefined){
let data10 = data.arpIpTarget;
if(Array.isArray(data10)){
if(data10.length > 16){
const err22 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items",schema:16,parentSchema:schema119.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10.length < 1){
const err23 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema119.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len1 = data10.length;
for(let i2=0; i2<len1; i2++){
let data11 = data10[i2];
if(typeof data11 !== "string"){
const err24 = {instancePath:instancePath+"/arpIpTarget/" + i2,schemaPath:"#/properties/arpIpTarget/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema119.properties.arpIpTarget.items.type,parentSchema:schema119.properties.arpIpTarget.items,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/arpIpTarget",schemaPath:"#/properties/arpIpTarget/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema119.properties.arpIpTarget.type,parentSchema:schema119.properties.arpIpTarget,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.options !== undefined){
let data12 = data.options;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
let data13 = data12[key1];
if((typeof data13 !== "string") && (!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13))))){
const err26 = {instancePath:instancePath+"/options/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/options/additionalProperties/type",keyword:"type",params:{type: schema119.properties.options.additionalProperties.type},message:"must be string,integer",schema:schema119.properties.options.additionalProperties.type,parentSchema:schema119.properties.options.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(typeof data13 === "string"){
if(!pattern13.test(data13)){
const err27 = {instancePath:instancePath+"/options/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/options/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.,:+-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.,:+-]+$"+"\"",schema:"^[A-Za-z0-9_.,:+-]+$",parentSchema:schema119.properties.options.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/options",schemaPath:"#/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema119.properties.options.type,parentSchema:schema119.properties.options,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.switch !== undefined){
let data14 = data.switch;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!((((((((key2 === "name") || (key2 === "portChannel")) || (key2 === "ports")) || (key2 === "lacp")) || (key2 === "vlans")) || (key2 === "nativeVlan")) || (key2 === "systemMac")) || (key2 === "lacpKey"))){
const err29 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema119.properties.switch,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data14.name !== undefined){
let data15 = data14.name;
if(typeof data15 !== "string"){
const err30 = {instancePath:instancePath+"/switch/name",schemaPath:"#/properties/switch/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema119.properties.switch.properties.name.type,parentSchema:schema119.properties.switch.properties.name,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data14.portChannel !== undefined){
let data16 = data14.portChannel;
if(typeof data16 !== "string"){
const err31 = {instancePath:instancePath+"/switch/portChannel",schemaPath:"#/properties/switch/properties/portChannel/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema119.properties.switch.properties.portChannel.type,parentSchema:schema119.properties.switch.properties.portChannel,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data14.ports !== undefined){
let data17 = data14.ports;
if(Array.isArray(data17)){
const len2 = data17.length;
for(let i3=0; i3<len2; i3++){
let data18 = data17[i3];
if(typeof data18 !== "string"){
const err32 = {instancePath:instancePath+"/switch/ports/" + i3,schemaPath:"#/properties/switch/properties/ports/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema119.properties.switch.properties.ports.items.type,parentSchema:schema119.properties.switch.properties.ports.items,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/switch/ports",schemaPath:"#/properties/switch/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema119.properties.switch.properties.ports.type,parentSchema:schema119.properties.switch.properties.ports,data:data17};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data14.lacp !== undefined){
let data19 = data14.lacp;
if(typeof data19 !== "boolean"){
const err34 = {instancePath:instancePath+"/switch/lacp",schemaPath:"#/properties/switch/properties/lacp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema119.properties.switch.properties.lacp.type,parentSchema:schema119.properties.switch.properties.lacp,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data14.vlans !== undefined){
let data20 = data14.vlans;
if(Array.isArray(data20)){
const len3 = data20.length;
for(let i4=0; i4<len3; i4++){
let data21 = data20[i4];
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err35 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema119.properties.switch.properties.vlans.items.type,parentSchema:schema119.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 4094 || isNaN(data21)){
const err36 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema119.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err37 = {instancePath:instancePath+"/switch/vlans/" + i4,schemaPath:"#/properties/switch/properties/vlans/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema119.properties.switch.properties.vlans.items,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/switch/vlans",schemaPath:"#/properties/switch/properties/vlans/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema119.properties.switch.properties.vlans.type,parentSchema:schema119.properties.switch.properties.vlans,data:data20};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data14.nativeVlan !== undefined){
let data22 = data14.nativeVlan;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err39 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema119.properties.switch.properties.nativeVlan.type,parentSchema:schema119.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 4094 || isNaN(data22)){
const err40 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema119.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err41 = {instancePath:instancePath+"/switch/nativeVlan",schemaPath:"#/properties/switch/properties/nativeVlan/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema119.properties.switch.properties.nativeVlan,data:data22};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data14.systemMac !== undefined){
let data23 = data14.systemMac;
if(typeof data23 === "string"){
if(!pattern3.test(data23)){
const err42 = {instancePath:instancePath+"/switch/systemMac",schemaPath:"#/properties/switch/properties/systemMac/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"},message:"must match pattern \""+"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$"+"\"",schema:"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$",parentSchema:schema119.properties.switch.properties.systemMac,data:data23};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/switch/systemMac",schemaPath:"#/properties/switch/properties/systemMac/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema119.properties.switch.properties.systemMac.type,parentSchema:schema119.properties.switch.properties.systemMac,data:data23};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data14.lacpKey !== undefined){
let data24 = data14.lacpKey;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err44 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema119.properties.switch.properties.lacpKey.type,parentSchema:schema119.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 65535 || isNaN(data24)){
const err45 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema119.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err46 = {instancePath:instancePath+"/switch/lacpKey",schemaPath:"#/properties/switch/properties/lacpKey/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema119.properties.switch.properties.lacpKey,data:data24};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
}
else {
const err47 = {instancePath:instancePath+"/switch",schemaPath:"#/properties/switch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema119.properties.switch.type,parentSchema:schema119.properties.switch,data:data14};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.addresses !== undefined){
let data25 = data.addresses;
if(Array.isArray(data25)){
const len4 = data25.length;
for(let i5=0; i5<len4; i5++){
let data26 = data25[i5];
if(typeof data26 === "string"){
if(!pattern4.test(data26)){
const err48 = {instancePath:instancePath+"/addresses/" + i5,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema112.items,data:data26};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/addresses/" + i5,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.items.type,parentSchema:schema112.items,data:data26};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
let i6 = data25.length;
let j1;
if(i6 > 1){
const indices0 = {};
for(;i6--;){
let item0 = data25[i6];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err50 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i6+" are identical)",schema:true,parentSchema:schema112,data:data25};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
break;
}
indices0[item0] = i6;
}
}
}
else {
const err51 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema112.type,parentSchema:schema112,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.alias !== undefined){
let data27 = data.alias;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err52 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema113.type,parentSchema:schema113,data:data27};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 99 || isNaN(data27)){
const err53 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema113,data:data27};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data27 < 0 || isNaN(data27)){
const err54 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema113,data:data27};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data28 = data.gateway;
if(typeof data28 === "string"){
if(!pattern5.test(data28)){
const err55 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema114,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data28};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data29 = data.dhcp;
if(typeof data29 !== "boolean"){
const err57 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema115.type,parentSchema:schema115,data:data29};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.mtu !== undefined){
let data30 = data.mtu;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err58 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema116.type,parentSchema:schema116,data:data30};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 65535 || isNaN(data30)){
const err59 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema116,data:data30};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data30 < 68 || isNaN(data30)){
const err60 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema116,data:data30};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data.arp !== undefined){
let data31 = data.arp;
if(typeof data31 !== "boolean"){
const err61 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema118.type,parentSchema:schema118,data:data31};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.comment !== undefined){
let data32 = data.comment;
if(typeof data32 === "string"){
if(!pattern6.test(data32)){
const err62 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema117,data:data32};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema117.type,parentSchema:schema117,data:data32};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema119.type,parentSchema:schema119,data};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

const schema129 = {"title":"Vlan","type":"object","additionalProperties":false,"properties":{"parent":{"$ref":"#/definitions/network/definitions/name"},"id":{"description":"The VLAN id of 802.1Q.","type":"integer","minimum":1,"maximum":4094},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"arp":{"$ref":"#/definitions/network/definitions/arp"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema129.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.parent !== undefined){
let data0 = data.parent;
if(typeof data0 === "string"){
if(func4(data0) > 15){
const err1 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema120,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern11.test(data0)){
const err2 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema120,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/parent",schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema120.type,parentSchema:schema120,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema129.properties.id.type,parentSchema:schema129.properties.id,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 4094 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4094},message:"must be <= 4094",schema:4094,parentSchema:schema129.properties.id,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema129.properties.id,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.addresses !== undefined){
let data2 = data.addresses;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err7 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema112.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/addresses/" + i0,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.items.type,parentSchema:schema112.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err9 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema112,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err10 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema112.type,parentSchema:schema112,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.alias !== undefined){
let data4 = data.alias;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema113.type,parentSchema:schema113,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 99 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema113,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema113,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data5 = data.gateway;
if(typeof data5 === "string"){
if(!pattern5.test(data5)){
const err14 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema114,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data6 = data.dhcp;
if(typeof data6 !== "boolean"){
const err16 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema115.type,parentSchema:schema115,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.mtu !== undefined){
let data7 = data.mtu;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err17 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema116.type,parentSchema:schema116,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
const err18 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema116,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data7 < 68 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema116,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.arp !== undefined){
let data8 = data.arp;
if(typeof data8 !== "boolean"){
const err20 = {instancePath:instancePath+"/arp",schemaPath:"#/definitions/network/definitions/arp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema118.type,parentSchema:schema118,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.comment !== undefined){
let data9 = data.comment;
if(typeof data9 === "string"){
if(!pattern6.test(data9)){
const err21 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema117,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema117.type,parentSchema:schema117,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema129.type,parentSchema:schema129,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}

const schema138 = {"title":"Bridge","type":"object","additionalProperties":false,"properties":{"ports":{"description":"Default: none, a bridge of guests alone.","type":"array","items":{"$ref":"#/definitions/network/definitions/name"},"uniqueItems":true},"stp":{"description":"Spanning tree. Default: false.","type":"boolean"},"forwardDelay":{"description":"Seconds. Default: 0 without spanning tree. The kernel's least with it is 2.","type":"integer","minimum":0,"maximum":30},"helloTime":{"description":"Seconds, with spanning tree.","type":"integer","minimum":1,"maximum":10},"maxAge":{"description":"Seconds, with spanning tree.","type":"integer","minimum":6,"maximum":40},"addresses":{"$ref":"#/definitions/network/definitions/addresses"},"alias":{"$ref":"#/definitions/network/definitions/alias"},"gateway":{"$ref":"#/definitions/network/definitions/gateway"},"dhcp":{"$ref":"#/definitions/network/definitions/dhcp"},"mtu":{"$ref":"#/definitions/network/definitions/mtu"},"comment":{"$ref":"#/definitions/network/definitions/comment"}}};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema138.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema138,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ports !== undefined){
let data0 = data.ports;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(func4(data1) > 15){
const err1 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/maxLength",keyword:"maxLength",params:{limit: 15},message:"must NOT have more than 15 characters",schema:15,parentSchema:schema120,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern11.test(data1)){
const err2 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_.-]*$"+"\"",schema:"^[A-Za-z][A-Za-z0-9_.-]*$",parentSchema:schema120,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/definitions/network/definitions/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema120.type,parentSchema:schema120,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data0[i1], data0[j0])){
const err4 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema138.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err5 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema138.properties.ports.type,parentSchema:schema138.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.stp !== undefined){
let data2 = data.stp;
if(typeof data2 !== "boolean"){
const err6 = {instancePath:instancePath+"/stp",schemaPath:"#/properties/stp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema138.properties.stp.type,parentSchema:schema138.properties.stp,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.forwardDelay !== undefined){
let data3 = data.forwardDelay;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema138.properties.forwardDelay.type,parentSchema:schema138.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 30 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/maximum",keyword:"maximum",params:{comparison: "<=", limit: 30},message:"must be <= 30",schema:30,parentSchema:schema138.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err9 = {instancePath:instancePath+"/forwardDelay",schemaPath:"#/properties/forwardDelay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema138.properties.forwardDelay,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.helloTime !== undefined){
let data4 = data.helloTime;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema138.properties.helloTime.type,parentSchema:schema138.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10",schema:10,parentSchema:schema138.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/helloTime",schemaPath:"#/properties/helloTime/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema138.properties.helloTime,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.maxAge !== undefined){
let data5 = data.maxAge;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema138.properties.maxAge.type,parentSchema:schema138.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 40 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/maximum",keyword:"maximum",params:{comparison: "<=", limit: 40},message:"must be <= 40",schema:40,parentSchema:schema138.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 6 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxAge",schemaPath:"#/properties/maxAge/minimum",keyword:"minimum",params:{comparison: ">=", limit: 6},message:"must be >= 6",schema:6,parentSchema:schema138.properties.maxAge,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.addresses !== undefined){
let data6 = data.addresses;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
const err16 = {instancePath:instancePath+"/addresses/" + i2,schemaPath:"#/definitions/network/definitions/addresses/items/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+/[0-9]{1,3}$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+/[0-9]{1,3}$"+"\"",schema:"^[0-9A-Fa-f.:]+/[0-9]{1,3}$",parentSchema:schema112.items,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/addresses/" + i2,schemaPath:"#/definitions/network/definitions/addresses/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.items.type,parentSchema:schema112.items,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
let i3 = data6.length;
let j1;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data6[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j1 = indices0[item0];
const err18 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema112,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
break;
}
indices0[item0] = i3;
}
}
}
else {
const err19 = {instancePath:instancePath+"/addresses",schemaPath:"#/definitions/network/definitions/addresses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema112.type,parentSchema:schema112,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.alias !== undefined){
let data8 = data.alias;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err20 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema113.type,parentSchema:schema113,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 99 || isNaN(data8)){
const err21 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99",schema:99,parentSchema:schema113,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err22 = {instancePath:instancePath+"/alias",schemaPath:"#/definitions/network/definitions/alias/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema113,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.gateway !== undefined){
let data9 = data.gateway;
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
const err23 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f.:]+$"},message:"must match pattern \""+"^[0-9A-Fa-f.:]+$"+"\"",schema:"^[0-9A-Fa-f.:]+$",parentSchema:schema114,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/gateway",schemaPath:"#/definitions/network/definitions/gateway/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema114.type,parentSchema:schema114,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.dhcp !== undefined){
let data10 = data.dhcp;
if(typeof data10 !== "boolean"){
const err25 = {instancePath:instancePath+"/dhcp",schemaPath:"#/definitions/network/definitions/dhcp/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema115.type,parentSchema:schema115,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.mtu !== undefined){
let data11 = data.mtu;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err26 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema116.type,parentSchema:schema116,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 65535 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535",schema:65535,parentSchema:schema116,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data11 < 68 || isNaN(data11)){
const err28 = {instancePath:instancePath+"/mtu",schemaPath:"#/definitions/network/definitions/mtu/minimum",keyword:"minimum",params:{comparison: ">=", limit: 68},message:"must be >= 68",schema:68,parentSchema:schema116,data:data11};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.comment !== undefined){
let data12 = data.comment;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err29 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f]*$"},message:"must match pattern \""+"^[^\\u0000-\\u001f\\u007f]*$"+"\"",schema:"^[^\\u0000-\\u001f\\u007f]*$",parentSchema:schema117,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/comment",schemaPath:"#/definitions/network/definitions/comment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema117.type,parentSchema:schema117,data:data12};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema138.type,parentSchema:schema138,data};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate57.errors = vErrors;
return errors === 0;
}


function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "interfaces") || (key0 === "bonds")) || (key0 === "vlans")) || (key0 === "bridges"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.interfaces !== undefined){
let data0 = data.interfaces;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!(validate51(data0[key1], {instancePath:instancePath+"/interfaces/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data0,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/interfaces",schemaPath:"#/properties/interfaces/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema109.properties.interfaces.type,parentSchema:schema109.properties.interfaces,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.bonds !== undefined){
let data2 = data.bonds;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
if(!(validate53(data2[key2], {instancePath:instancePath+"/bonds/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data2,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/bonds",schemaPath:"#/properties/bonds/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema109.properties.bonds.type,parentSchema:schema109.properties.bonds,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.vlans !== undefined){
let data4 = data.vlans;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key3 in data4){
if(!(validate55(data4[key3], {instancePath:instancePath+"/vlans/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/vlans",schemaPath:"#/properties/vlans/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema109.properties.vlans.type,parentSchema:schema109.properties.vlans,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.bridges !== undefined){
let data6 = data.bridges;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key4 in data6){
if(!(validate57(data6[key4], {instancePath:instancePath+"/bridges/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/bridges",schemaPath:"#/properties/bridges/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema109.properties.bridges.type,parentSchema:schema109.properties.bridges,data:data6};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema109.type,parentSchema:schema109,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}


function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema103.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema103,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ssh !== undefined){
if(!(validate48(data.ssh, {instancePath:instancePath+"/ssh",parentData:data,parentDataProperty:"ssh",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
if(data.platform !== undefined){
let data1 = data.platform;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "backend") || (key1 === "release")) || (key1 === "xend"))){
const err1 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.backend !== undefined){
let data2 = data1.backend;
if(!((data2 === "ifcfg") || (data2 === "ifupdown"))){
const err2 = {instancePath:instancePath+"/platform/backend",schemaPath:"#/definitions/platform/properties/backend/enum",keyword:"enum",params:{allowedValues: schema108.properties.backend.enum},message:"must be equal to one of the allowed values",schema:schema108.properties.backend.enum,parentSchema:schema108.properties.backend,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.release !== undefined){
let data3 = data1.release;
if(!((((((((((((((((data3 === "el5") || (data3 === "el6")) || (data3 === "el7")) || (data3 === "debian7")) || (data3 === "debian8")) || (data3 === "debian9")) || (data3 === "debian10")) || (data3 === "debian11")) || (data3 === "debian12")) || (data3 === "debian13")) || (data3 === "ubuntu14.04")) || (data3 === "ubuntu16.04")) || (data3 === "ubuntu18.04")) || (data3 === "ubuntu20.04")) || (data3 === "ubuntu22.04")) || (data3 === "ubuntu24.04"))){
const err3 = {instancePath:instancePath+"/platform/release",schemaPath:"#/definitions/platform/properties/release/enum",keyword:"enum",params:{allowedValues: schema108.properties.release.enum},message:"must be equal to one of the allowed values",schema:schema108.properties.release.enum,parentSchema:schema108.properties.release,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.xend !== undefined){
let data4 = data1.xend;
if(typeof data4 !== "boolean"){
const err4 = {instancePath:instancePath+"/platform/xend",schemaPath:"#/definitions/platform/properties/xend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema108.properties.xend.type,parentSchema:schema108.properties.xend,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/platform",schemaPath:"#/definitions/platform/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema108.type,parentSchema:schema108,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.playbook !== undefined){
let data5 = data.playbook;
if(typeof data5 === "string"){
if(func4(data5) < 1){
const err6 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema103.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/playbook",schemaPath:"#/properties/playbook/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.playbook.type,parentSchema:schema103.properties.playbook,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.network !== undefined){
if(!(validate50(data.network, {instancePath:instancePath+"/network",parentData:data,parentDataProperty:"network",rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
if(data.group !== undefined){
let data7 = data.group;
if(typeof data7 === "string"){
if(func4(data7) < 1){
const err8 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema103.properties.group,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/group",schemaPath:"#/properties/group/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.group.type,parentSchema:schema103.properties.group,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.acknowledge !== undefined){
let data8 = data.acknowledge;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(!((((data9 === "bmc") || (data9 === "network-storage")) || (data9 === "controller-host")) || (data9 === "reboot"))){
const err10 = {instancePath:instancePath+"/acknowledge/" + i0,schemaPath:"#/properties/acknowledge/items/enum",keyword:"enum",params:{allowedValues: schema103.properties.acknowledge.items.enum},message:"must be equal to one of the allowed values",schema:schema103.properties.acknowledge.items.enum,parentSchema:schema103.properties.acknowledge.items,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i1 = data8.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data8[i1], data8[j0])){
const err11 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema103.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/acknowledge",schemaPath:"#/properties/acknowledge/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema103.properties.acknowledge.type,parentSchema:schema103.properties.acknowledge,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.vars !== undefined){
let data10 = data.vars;
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
const err13 = {instancePath:instancePath+"/vars",schemaPath:"#/properties/vars/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.vars.type,parentSchema:schema103.properties.vars,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.root !== undefined){
let data11 = data.root;
if(typeof data11 === "string"){
if(!pattern26.test(data11)){
const err14 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/pattern",keyword:"pattern",params:{pattern: "^(/[A-Za-z0-9._+-]+)*$"},message:"must match pattern \""+"^(/[A-Za-z0-9._+-]+)*$"+"\"",schema:"^(/[A-Za-z0-9._+-]+)*$",parentSchema:schema103.properties.root,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/root",schemaPath:"#/properties/root/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema103.properties.root.type,parentSchema:schema103.properties.root,data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.timeouts !== undefined){
let data12 = data.timeouts;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
if(!(((key2 === "cutOver") || (key2 === "confirm")) || (key2 === "boot"))){
const err16 = {instancePath:instancePath+"/timeouts",schemaPath:"#/properties/timeouts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema103.properties.timeouts,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data12.cutOver !== undefined){
let data13 = data12.cutOver;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err17 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/properties/timeouts/properties/cutOver/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.timeouts.properties.cutOver.type,parentSchema:schema103.properties.timeouts.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err18 = {instancePath:instancePath+"/timeouts/cutOver",schemaPath:"#/properties/timeouts/properties/cutOver/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema103.properties.timeouts.properties.cutOver,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data12.confirm !== undefined){
let data14 = data12.confirm;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err19 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/properties/timeouts/properties/confirm/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.timeouts.properties.confirm.type,parentSchema:schema103.properties.timeouts.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 1 || isNaN(data14)){
const err20 = {instancePath:instancePath+"/timeouts/confirm",schemaPath:"#/properties/timeouts/properties/confirm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema103.properties.timeouts.properties.confirm,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data12.boot !== undefined){
let data15 = data12.boot;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err21 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/properties/timeouts/properties/boot/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema103.properties.timeouts.properties.boot.type,parentSchema:schema103.properties.timeouts.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 1 || isNaN(data15)){
const err22 = {instancePath:instancePath+"/timeouts/boot",schemaPath:"#/properties/timeouts/properties/boot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema103.properties.timeouts.properties.boot,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
}
else {
const err23 = {instancePath:instancePath+"/timeouts",schemaPath:"#/properties/timeouts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.properties.timeouts.type,parentSchema:schema103.properties.timeouts,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema103.type,parentSchema:schema103,data};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}


function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="settings" */;
let vErrors = null;
let errors = 0;
if(!(validate47(data, {instancePath,parentData,parentDataProperty,rootData}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
validate46.errors = vErrors;
return errors === 0;
}

