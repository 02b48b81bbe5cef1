#!/usr/bin/env python3
"""Writes rules/lexicon/zh/verb.tsv from the dictionary of jieba.

  verbs.py [DICT.TXT] > rules/lexicon/zh/verb.tsv

DICT.TXT is jieba's (MIT; Debian package python3-jieba 0.42.1), a line
"word frequency part-of-speech". Kept are verbs of two ideographs that occur
at least OFTEN times, but for NOUNS: those that stand before another noun as
part of its name more often than they govern it (养殖面积, 就业人员), and that
mean no deed (收入). A verb that says that something is there (MAKE) has the
value make, another one act. Longer words that begin with such a verb and are
no verbs (保障性, 流失率) have the value none: they are read as one word.
OWN are verbs of reports that the dictionary lacks or takes for other words."""
import sys

DEFAULT = "/usr/lib/python3/dist-packages/jieba/dict.txt"
OFTEN, RARE = 200, 8

NAMES = {"n", "nz", "nt", "b", "vn", "l"}

NOUNS = set("""
组织 作用 表现 选举 负责 学习 相关 分布 统治 作战 收入 独立 行为 联合 知识 位置
指挥 实在 考生 制造 保障 就业 招生 需求 统计 实践 创新 预算 记载 飞行 协调 自治
高考 配合 生存 原始 死亡 采访 适合 演习 退休 注册 支出 收获 种植 流行 繁殖 过渡
治疗 开放 居住 运行 支付 出版 招聘 登记 合成 集成 租赁 分散 免疫 会计 审计 执法
手续 休闲 示范 扶贫 养老 控股 应急 快递 发明 授权 公立 互联 认知 寄宿 分离 输出
归属 在校 在建 在册 在岗 下岗 参保 参合 担保 信访 到位 下属 综合 直属 外出 外来
上市 上网 上报 复合 通用 采购 收购 批发 零售 交换 投诉 举报 申请 排水 供水 节水
绿化 造林 养殖 捕捞 屠宰 出栏 存栏 住宿 娱乐 休息 住院 急救 护理 照料 生育 出生
结婚 离婚 迁移 流动 失业 从业 创业 就读 入学 毕业 升学 录取 研发 试验 检测 鉴定
认证 备案 评审 考试 教学 科研 攻关 出土 防护 防控 防治 预防 救灾 减灾 救援 搬迁
脱贫 帮扶 低保 抚恤 补助 补贴 赔偿 报销 减免 减税 退税 缴费 纳税 征收 预付 应付
应收 实收 增值 盈利 亏损 负债 贷款 存款 借款 还款 集资 出资 引资 结算 清算 决算
核算 抵押 质押 拍卖 转让 出让 出租 承包 营业 开业 组装 装配 维修 养护 清洁 消毒
防疫 接种 货运 客运 装卸 搬运 仓储 配送 周转 通航 通行 出行 行驶 停车 充电 加油
取暖 供暖 供气 供电 用电 用水 节能 耗能 排放 排污 污染 破坏 损失 流失 沙化 退耕
保有 保存 收藏 展览 演出 放映 播放 阅读 健身 参赛 获奖 志愿 捐赠 捐款 火化 公证
仲裁 调解 诉讼 审判 起诉 公诉 逮捕 服刑 侦察 侦查 破案 值班 出国 留学 访问 来访
互访 交流 签约 参展 驻华 派遣 施工 监理 设计 勘察 勘探 规划 建筑 装修 装饰 拆迁
生活 服务 劳动 常住 应届 自主 学前 免费 退职 离休 稀释 加权 奖励 增速 产能 承诺
劳务 集中 超长 应收 成交 选手 收支 实业 说法 做法 看法 想法 举措 诉求 经济 见解
制式 检疫 取证 通关 报关 清关 物流 监督 监管 监控 监护 监视 自然 无线 有线 移动
固定 永久 临时 有效 无效 透明 可靠 抽样 普查 调查 调度 调控 导航 测绘 测定 测算
测量 计量 计算 防洪 防汛 抗旱 灌溉 复垦 撂荒 耕作 育种 制种 播种 收割 收储 储备
储存 储能 蓄能 蓄水 发电 输电 变电 配电 炼油 冶炼 采矿 采选 开采 选矿 制药 化肥
纺织 印染 造纸 包装 运动 训练 竞技 游乐 游览 观光 度假 疗养 康复 诊疗 诊断 诊治
门诊 手术 输血 献血 用药 用工 用人 用地 用房 用车 用餐 上班 下班 求职 招工 务工
打工 农垦 农资 垦殖 放牧 畜牧 牧养 饲养 饲料 圈养 野生 栖息 迁徙 濒危 再生 可用
可比 应用 通用 实用 专用 自用 自备 自建 自营 自产 自有 自选 自助 合作 合资 合营
独资 联营 直营 加盟 代理 代办 代表 代购 经销 直销 促销 推销 营销 展销 购销 供销
购物 消费 储蓄 理财 保险 信托 证券 典当 兑换 汇款 汇兑 结汇 售汇 外汇 外贸 转口
入境 出境 出入 进出 过境 边防 国防 海防 征兵 退役 转业 复员 优抚 安居 公积 公益
公用 公有 公办 民办 民营 私营 国有 集体 个体 股份 有限 无限 上升 下降 增长 上涨
下跌 提速 递增 持平 加速 减速 居住 定居 移民 移植 流行 流域 发达 欠缺 落后 先进
先行 领先 领导 领跑 主持 主营 主管 主导 主办 兼职 在职 在编 在读 在线 在校 在院
离线 离岗 离退 停产 停业 停工 复工 复产 达标 超标 合格 优良 满意 信任 认可 认购
投保 承保 理赔 续保 续建 待建 已建 拟建 扩招 统筹 统一 统战 联网 联动 联通 互通
互助 互动 互认 协作 协同 协议 协定 合同 分享 共享 共有 公示 公告 公开 通报 通知
通告 预报 预警 预测 预计 预付 预备 预留 备用 闲置 存量 增量 减量 滚动 浮动 变动
变更 调剂 轮换 轮作 间作 套种 复种 休耕 散居 留守 独居 高龄 失能 失独 失智 孤残
智能 自动 手动 遥控 遥感 监听 阅览 借阅 演播 广播 转播 直播 点播 通信 通讯 邮寄
寄递 投递 揽收 派送 外卖 跨境 跨越 跨省 联运 中转 始发 直达 往返 来往 交往 交通
注意 分类 分级 分布 分期 分红 分配 分散 分流 分割 折旧 折现 折算 累计 总计 合计
共计 小计 审核 审定 审批 审查 审理 许可 准入 资助 赞助 援助 援建 对口 对接 挂牌
挂钩 抵免 抵扣 免税 保税 征税 计税 完税 关税 认缴 实缴 应缴 欠缴 上缴 上交 上解
返还 返乡 返贫 致富 致贫 增收 减收 增产 减产 增效 减排 减碳 降碳 固碳 脱硫 脱硝
除尘 净化 硬化 亮化 美化 优化 深化 强化 老化 老龄 城镇 工业 气化 电气 信息 数字
运动 前列 手工 起重 起降 航运 航行 停靠 靠泊 锚泊 吞吐 卸货 堆存 转运 转型 转移
退出 退税 退赔 再贷 放贷 授信 征信 资信 信用 生产 生成 生意 知名 著名 闻名 希望
期望 愿望 想象 理想 感受 体验 体育 教育 培训 教练 指导 辅导 引导 辅助 互补 应对
有意 有关 有望 有色 有形 无形 无偿 有偿 有机 无机 无害 有害 在外 在场 在位 化学
考核 考评 考察 评比 评价 评估 评议 竞争 竞赛 竞价 招标 投标 中标 开标 竞买 招商
组合 混合 结合 综合 整合 复种 重组 重建 改建 改革 改良 改制 转制 定制 定点 定向
定期 定额 限额 限制 约束 激励 惩戒 处罚 处理 犯罪 违法 违规 违约 违章 侵权 维权
维稳 上访 求助 求援 救助 救护 自救 急救 抢险 除险 排险 排涝 排灌 引水 调水 输水
取水 净水 用能 耗电 耗水 供热 供销 供应 供给 供养 赡养 抚养 寄养 收养 领养 托养 提案 建议 交易 涉外 涉农 涉企 应聘 就医 参合 竞拍 生死 保税
""".split())

MAKE = set("""
新建 建成 拥有 已有 新增 打造 培育 建设 设立 成立 创建 获评 认定 引进 组建 建立 布局
创办 兴建 修建 建造 形成 开设 举办 开展 推出 办好 实施 出台 制定 颁布 提供
具有 建有 设有 具备 支持 推进 推动 争取 争创 启动 开工 竣工 完工 投产 投运 开通
构建 搭建 选派 派出 派驻 设置 配备 配置 增设 增加 增添 新设 抓好 做好 办成
建好 包括 包含 含有 现有 共有 尚有 列出 列为 成为 作为 召开 发布 印发 聚集 集聚
覆盖 涉及 承办 主办 取得 获得 荣获 斩获 夺得 赢得 创造 创下 创成 入库 存在 发现
遴选 评选 选出 培养 招引 引入 引育 扩建 改建 迁建 扩充 开辟 开发 创立
围绕 聚焦 实行 执行 依托 落实 开办 编制 编写 修订 提请 提出 达成 保持 达到 完成 实现 超过 突破 安排 保留 涌现 进入
""".split())

OWN = """获批 办理 筹建 新建 改建 扩建 迁建 续建 引育 招引 投运 清退 除治 办复 办结
认定 增发 代发 筹措 加装 创成 招录 新改建 改扩建 改造提升 改造建设 集聚 惠及 提升
实到 集中供养 处置 协同推进 开工建设 建设筹措 新改扩建 综合治理 新建改造 清理打通
筹资 精减 节省 节约 用好 统筹用好 治愈 确诊 整改 整治 盘活 招募 选派 处理 调整 抽检 救助 研制 搭建
压减 退出 调减 核减 扩招""".split()


def read(path):
    """word -> (frequency, part of speech)."""
    words = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            word, frequency, part = line.split()
            if all("\u4e00" <= c <= "\u9fff" for c in word):
                words[word] = (int(frequency), part)
    return words


def main():
    words = read(sys.argv[1] if len(sys.argv) > 1 else DEFAULT)
    verbs = {w for w, (n, part) in words.items()
             if part == "v" and n >= OFTEN and len(w) == 2 and w not in NOUNS}
    verbs |= set(OWN) | MAKE
    rows = {w: "make" if w in MAKE else "act" for w in verbs}
    for word, (n, part) in words.items():
        if 2 < len(word) < 5 and n >= RARE and part in NAMES \
                and word[:2] in verbs and word not in rows:
            rows[word] = "none"
    print("# source: jieba 0.42.1, dict.txt (https://github.com/fxsjy/jieba);"
          " written by tests/tools/verbs.py")
    print("# licence: MIT (Expat), Copyright 2012-2017 Sun Junyi")
    print("word\tvalue")
    for word in sorted(rows):
        print(word + "\t" + rows[word])


main()
