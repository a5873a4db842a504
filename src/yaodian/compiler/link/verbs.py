"""生成与使用: the verbs that bring a thing into being, use it or reduce it, and the nouns for what activities are held in."""

from __future__ import annotations

import re

MAKES = re.compile(
    "建设|建成|新建|改扩建|搭建|建立|开发|上线|成立|组建|设立|制定|制订|出台|印发|编制|编写|起草|遴选|认定|创建|打造"
)
USES = re.compile(
    "依托|借助|利用|运用|用好|使用|发挥|通过|接入|开展|举办|组织|召开|落实|执行|贯彻|实施|推广|投入使用|启用"
)
HOLDS = re.compile("(?:开展|举办|组织|召开|承办|依托|用好|利用)")
VENUE = re.compile("(?P<stem>.+?)(?:基地|中心|平台|场馆|空间|活动室|工作室|实验室|体验馆)(?:建设|项目|工程|等)*$")
DEPLOYS = re.compile("召开|举办|组织|落实|实施|执行|推进|贯彻")
REDUCES = re.compile(
    "减少|减轻|压减|精简|清理|清除|整治|治理|纠正|化解|消除|禁止|严禁|严查|查处|杜绝|防止|防范|取消|撤并|核减|下降|降低"
)
